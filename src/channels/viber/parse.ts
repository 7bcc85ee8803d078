import type {
  ButtonEvent,
  InboundEvent,
  MessageEvent,
  Person,
  Receipt,
  RemoteFile,
  ResidentEvent,
} from '../../domain/inbound-event.js';
import { callbackPerson, parseCallback, type ViberCallback, type ViberMessage } from './callback.js';
import { COMMAND_PREFIX } from './keyboard.js';

/** Longest reason of a failed message that is kept. */
const REASON_MAX = 200;

const FILE_KINDS: Readonly<Record<string, { kind: RemoteFile['kind']; contentType: string | undefined }>> = {
  picture: { kind: 'photo', contentType: undefined },
  video: { kind: 'video', contentType: 'video/mp4' },
  file: { kind: 'document', contentType: undefined },
};

/**
 * Normalises a callback of any kind. Probes, kinds we do not know and callbacks about nobody give undefined; a
 * message of a kind we do not know gives an event all the same, so that the person gets an answer.
 */
export function parseViber(body: string, receivedAt: Date): InboundEvent | undefined {
  const callback = parseCallback(body);
  const address = callback && callbackPerson(callback);
  if (!callback || !address) return undefined;
  const at = dateOf(callback.timestamp, receivedAt);
  const incoming = { person: personOf(callback, address), at };
  switch (callback.event) {
    case 'conversation_started':
      return { kind: 'subscribed', ...incoming, greet: false, context: callback.context };
    case 'subscribed':
      return { kind: 'subscribed', ...incoming, greet: false, context: undefined };
    case 'unsubscribed':
      return { kind: 'unsubscribed', ...incoming };
    case 'message':
      return residentMessage(callback, incoming);
    case 'delivered':
    case 'seen':
    case 'failed':
      return receipt(callback, callback.event, address, at);
    default:
      return undefined;
  }
}

function residentMessage(
  callback: ViberCallback,
  incoming: Pick<ResidentEvent, 'person' | 'at'>,
): ResidentEvent {
  const message = callback.message ?? { type: '' };
  if (message.type === 'text' && message.text?.startsWith(COMMAND_PREFIX))
    return buttonEvent(message.text.slice(COMMAND_PREFIX.length), incoming);
  return messageEvent(message, callback.message_token ?? '', incoming);
}

function buttonEvent(data: string, incoming: Pick<ButtonEvent, 'person' | 'at'>): ButtonEvent {
  return { kind: 'button', ...incoming, data, messageId: undefined, acknowledgement: undefined };
}

function messageEvent(
  message: ViberMessage,
  messageId: string,
  incoming: Pick<MessageEvent, 'person' | 'at'>,
): MessageEvent {
  const place =
    message.type === 'location' && message.location
      ? { latitude: message.location.lat, longitude: message.location.lon }
      : undefined;
  const text = textOf(message);
  const files = filesOf(message);
  const readable = text !== '' || files.length > 0 || place !== undefined;
  return {
    kind: 'message',
    ...incoming,
    messageId,
    text,
    files,
    place,
    phone: message.type === 'contact' ? message.contact?.phone_number : undefined,
    unreadable: readable ? undefined : message.type === 'sticker' ? 'sticker' : 'other',
    albumId: undefined,
    replyToMessageId: undefined,
    edited: false,
  };
}

/** Words of the person; a link of its own is a message of type `url` whose address is in `media`. */
function textOf({ type, text, media }: ViberMessage): string {
  if (type !== 'url') return text ?? '';
  return [text, media === text ? undefined : media].filter(Boolean).join('\n');
}

function filesOf({ type, media, file_name, size, duration }: ViberMessage): readonly RemoteFile[] {
  const known = Object.hasOwn(FILE_KINDS, type) ? FILE_KINDS[type] : undefined;
  if (!known || !media) return [];
  return [{ ...known, ref: media, name: file_name, sizeBytes: size, durationSeconds: duration }];
}

function receipt(
  callback: ViberCallback,
  status: Receipt['status'],
  address: string,
  at: Date,
): Receipt | undefined {
  if (callback.message_token === undefined) return undefined;
  const reason = status === 'failed' ? callback.desc?.slice(0, REASON_MAX) : undefined;
  return {
    kind: 'receipt',
    channel: 'viber',
    address,
    messageId: callback.message_token,
    status,
    reason,
    at,
  };
}

function personOf({ sender, user }: ViberCallback, address: string): Person {
  return { channel: 'viber', address, name: (sender ?? user)?.name?.trim() || undefined };
}

/** @param timestamp milliseconds */
function dateOf(timestamp: number | undefined, receivedAt: Date): Date {
  const date = new Date(timestamp || Number.NaN);
  return Number.isNaN(date.getTime()) ? receivedAt : date;
}
