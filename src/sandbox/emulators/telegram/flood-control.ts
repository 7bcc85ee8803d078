import { tooManyRequests } from './api-error.js';

/** How fast the bot may send. */
export interface FloodLimits {
  /** For the whole bot, each item of an album counting */
  readonly messagesPerSecond: number;
  readonly chatMessagesPerSecond: number;
  /** Messages a quiet chat takes at once before the rate applies */
  readonly chatBurst: number;
}

/**
 * "Avoid sending more than one message per second" to a chat, short bursts tolerated; about 30
 * messages per second in all. The size of the burst is not documented; 3 is on the strict side.
 *
 * @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
export const DEFAULT_FLOOD_LIMITS: FloodLimits = {
  messagesPerSecond: 30,
  chatMessagesPerSecond: 1,
  chatBurst: 3,
};

/** Refuses sends that come too fast. */
export interface FloodControl {
  /** @param cost messages this call sends @throws {ApiError} 429 with `retry_after` */
  spend(chatId: number, cost: number): void;
}

/** Requests already on their way when the ban began are not "ignoring" it. */
const BAN_GRACE_MS = 500;
/** A client that goes on during a ban prolongs it by a second each time, up to five minutes. */
const BAN_EXTENSION_MS = 1000;
const BAN_MAX_MS = 300_000;
/** Chats remembered; a quiet chat is forgotten as soon as its burst is full again. */
const CHATS_SWEPT_AT = 10_000;

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

interface Ban {
  sinceMs: number;
  untilMs: number;
}

/** Token buckets, one for the bot and one for each chat. `false` turns them off. */
export function createFloodControl(limits: FloodLimits | false, nowMs: () => number): FloodControl {
  if (limits === false) return { spend() {} };
  const bot: Bucket = { tokens: limits.messagesPerSecond, filledAtMs: nowMs() };
  const chats = new Map<number, Bucket>();
  const bans = new Map<number | 'bot', Ban>();

  const refill = (bucket: Bucket, perSecond: number, capacity: number) => {
    const now = nowMs();
    bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.filledAtMs) / 1000) * perSecond);
    bucket.filledAtMs = now;
  };
  const refuseWhileBanned = (key: number | 'bot') => {
    const ban = bans.get(key);
    const now = nowMs();
    if (ban === undefined || now >= ban.untilMs) {
      bans.delete(key);
      return;
    }
    if (now > ban.sinceMs + BAN_GRACE_MS) {
      ban.untilMs = Math.min(ban.untilMs + BAN_EXTENSION_MS, ban.sinceMs + BAN_MAX_MS);
    }
    throw tooManyRequests(Math.ceil((ban.untilMs - now) / 1000));
  };
  const take = (key: number | 'bot', bucket: Bucket, perSecond: number, cost: number) => {
    if (bucket.tokens >= cost) {
      bucket.tokens -= cost;
      return;
    }
    const seconds = Math.max(1, Math.ceil((cost - bucket.tokens) / perSecond));
    bans.set(key, { sinceMs: nowMs(), untilMs: nowMs() + seconds * 1000 });
    throw tooManyRequests(seconds);
  };
  const forgetQuietChats = () => {
    for (const [chatId, bucket] of chats) {
      refill(bucket, limits.chatMessagesPerSecond, limits.chatBurst);
      if (bucket.tokens >= limits.chatBurst) chats.delete(chatId);
    }
  };

  return {
    spend(chatId, cost) {
      refuseWhileBanned('bot');
      refuseWhileBanned(chatId);
      if (chats.size > CHATS_SWEPT_AT) forgetQuietChats();
      const chat = chats.get(chatId) ?? { tokens: limits.chatBurst, filledAtMs: nowMs() };
      chats.set(chatId, chat);
      refill(bot, limits.messagesPerSecond, limits.messagesPerSecond);
      refill(chat, limits.chatMessagesPerSecond, limits.chatBurst);
      take(chatId, chat, limits.chatMessagesPerSecond, 1);
      take('bot', bot, limits.messagesPerSecond, cost);
    },
  };
}
