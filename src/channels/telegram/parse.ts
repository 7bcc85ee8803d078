import type {
  ButtonEvent,
  InboundEvent,
  MessageEvent,
  Person,
  SubscribedEvent,
  UnsubscribedEvent,
} from '../../domain/inbound-event.js';
import { messageFiles } from './message-files.js';
import { isServiceMessage } from './service-message.js';
import {
  parseUpdate,
  type TelegramCallback,
  type TelegramChatMember,
  type TelegramMessage,
  type TelegramUser,
} from './update.js';

/** `/start` and a deep link's payload (https://core.telegram.org/bots/features#deep-linking). */
const START = /^\/start(?:@\w+)?(?:\s+([\w-]{1,64}))?\s*$/;

/**
 * Normalises an update of any kind. Groups, channels and what no resident said give undefined; a message
 * of a kind we do not know gives an event all the same, so that the person gets an answer.
 */
export function parseTelegram(body: string, receivedAt: Date): InboundEvent | undefined {
  const update = parseUpdate(body);
  if (update?.message) return messageEvent(update.message, false, receivedAt);
  if (update?.edited_message) return messageEvent(update.edited_message, true, receivedAt);
  if (update?.callback_query) return buttonEvent(update.callback_query, receivedAt);
  if (update?.my_chat_member) return membershipEvent(update.my_chat_member, receivedAt);
  return undefined;
}

function messageEvent(
  message: TelegramMessage,
  edited: boolean,
  receivedAt: Date,
): MessageEvent | SubscribedEvent | undefined {
  const { chat, from, location } = message;
  if (chat.type !== 'private' || isServiceMessage(message)) return undefined;
  // A live location changes every few seconds without the person saying anything.
  if (edited && location) return undefined;
  const person = personOf(chat.id, from);
  const at = dateOf(message.edit_date ?? message.date, receivedAt);
  const start = edited ? null : START.exec(message.text ?? '');
  if (start) return { kind: 'subscribed', person, at, greet: true, context: start[1] };
  const text = message.text ?? message.caption ?? '';
  const files = messageFiles(message);
  const readable = text !== '' || files.length > 0 || location !== undefined;
  return {
    kind: 'message',
    person,
    at,
    messageId: String(message.message_id),
    text,
    files,
    place: location && { latitude: location.latitude, longitude: location.longitude },
    phone: message.contact?.phone_number,
    unreadable: readable ? undefined : unreadableKind(message),
    albumId: message.media_group_id,
    replyToMessageId: message.reply_to_message && String(message.reply_to_message.message_id),
    edited,
  };
}

function unreadableKind({ sticker, animation, dice, game }: TelegramMessage): 'sticker' | 'other' {
  return [sticker, animation, dice, game].some((part) => part !== undefined) ? 'sticker' : 'other';
}

function buttonEvent(query: TelegramCallback, receivedAt: Date): ButtonEvent | undefined {
  if (query.message && query.message.chat.type !== 'private') return undefined;
  return {
    kind: 'button',
    person: personOf(query.from.id, query.from),
    at: receivedAt,
    data: query.data ?? '',
    messageId: query.message && String(query.message.message_id),
    acknowledgement: query.id,
  };
}

/** In a private chat it means just one thing: the person blocked the bot, or unblocked it. */
function membershipEvent(
  { chat, from, date, new_chat_member }: TelegramChatMember,
  receivedAt: Date,
): SubscribedEvent | UnsubscribedEvent | undefined {
  if (chat.type !== 'private') return undefined;
  const incoming = { person: personOf(chat.id, from), at: dateOf(date, receivedAt) };
  if (new_chat_member.status === 'kicked') return { kind: 'unsubscribed', ...incoming };
  if (new_chat_member.status === 'member')
    return { kind: 'subscribed', ...incoming, greet: false, context: undefined };
  return undefined;
}

function personOf(chatId: number, user: TelegramUser | undefined): Person {
  const name = [user?.first_name, user?.last_name].filter(Boolean).join(' ').trim();
  return { channel: 'telegram', address: String(chatId), name: name || undefined };
}

function dateOf(seconds: number | undefined, receivedAt: Date): Date {
  const date = new Date((seconds || Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? receivedAt : date;
}
