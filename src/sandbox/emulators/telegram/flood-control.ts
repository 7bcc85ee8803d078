import { tooManyRequests } from './api-error.js';

/** How fast the bot may send. */
export interface FloodLimits {
  /** For the whole bot, each item of an album counting; as many pass at once after a silence */
  readonly messagesPerSecond: number;
  readonly chatMessagesPerSecond: number;
  /** Messages a quiet chat takes at once before its rate applies */
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
/** Chats remembered; past it those whose burst is full again are forgotten. */
const CHATS_SWEPT_AT = 10_000;

/** Token buckets, one for the bot and one for each chat. `false` turns them off. */
export function createFloodControl(limits: FloodLimits | false, nowMs: () => number): FloodControl {
  if (limits === false) return { spend() {} };
  const bot = createGate(limits.messagesPerSecond, limits.messagesPerSecond, nowMs());
  const chats = new Map<number, Gate>();
  return {
    spend(chatId, cost) {
      const now = nowMs();
      if (chats.size > CHATS_SWEPT_AT) forgetQuiet(chats, now);
      const chat = chats.get(chatId) ?? createGate(limits.chatMessagesPerSecond, limits.chatBurst, now);
      chats.set(chatId, chat);
      chat.refuseWhileBanned(now);
      bot.refuseWhileBanned(now);
      chat.require(1, now);
      bot.require(cost, now);
      chat.take(1);
      bot.take(cost);
    },
  };
}

/** One bucket and its ban. */
interface Gate {
  /** @throws {ApiError} 429 during a ban, prolonging it */
  refuseWhileBanned(nowMs: number): void;
  /** @throws {ApiError} 429, beginning a ban, when the bucket holds less than `cost` */
  require(cost: number, nowMs: number): void;
  take(cost: number): void;
  isFull(nowMs: number): boolean;
}

function createGate(perSecond: number, capacity: number, startMs: number): Gate {
  let tokens = capacity;
  let filledAtMs = startMs;
  let ban: { readonly sinceMs: number; untilMs: number } | undefined;
  const refill = (nowMs: number) => {
    tokens = Math.min(capacity, tokens + ((nowMs - filledAtMs) / 1000) * perSecond);
    filledAtMs = nowMs;
  };
  return {
    refuseWhileBanned(nowMs) {
      if (ban === undefined || nowMs >= ban.untilMs) {
        ban = undefined;
        return;
      }
      if (nowMs > ban.sinceMs + BAN_GRACE_MS) {
        ban.untilMs = Math.min(ban.untilMs + BAN_EXTENSION_MS, ban.sinceMs + BAN_MAX_MS);
      }
      throw tooManyRequests(Math.ceil((ban.untilMs - nowMs) / 1000));
    },
    require(cost, nowMs) {
      refill(nowMs);
      // an album larger than the bucket passes when the bucket is full
      const needed = Math.min(cost, capacity);
      if (tokens >= needed) return;
      const seconds = Math.max(1, Math.ceil((needed - tokens) / perSecond));
      ban = { sinceMs: nowMs, untilMs: nowMs + seconds * 1000 };
      throw tooManyRequests(seconds);
    },
    take(cost) {
      tokens -= cost;
    },
    isFull(nowMs) {
      refill(nowMs);
      return tokens >= capacity && ban === undefined;
    },
  };
}

function forgetQuiet(chats: Map<number, Gate>, nowMs: number): void {
  for (const [chatId, gate] of chats) if (gate.isFull(nowMs)) chats.delete(chatId);
}
