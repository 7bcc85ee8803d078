import { randomInt } from 'node:crypto';
import type { Person } from '../person.js';
import { PhoneError, type PhoneFile, type PressResult } from '../phone-actions.js';
import type { PhoneKeyboard, PhoneMessage } from '../phone-message.js';
import { type Chat, chatOf, userOf } from './chat-book.js';
import { findEntities } from './find-entities.js';
import { MESSAGE_TEXT_MAX } from './formatted-text.js';
import type { FileRole } from './input-file.js';
import { documentContent, photoContent } from './media-content.js';
import type { MessageContent, TelegramMessage } from './message.js';
import { toPhoneKeyboard, toPhoneMessage } from './phone-view.js';
import type { ServerState } from './server-state.js';

/** A resident's Telegram: what they do, and what they see. Every action becomes an update of the bot. */
export interface TelegramPhone {
  readonly personId: string;
  person(): Person;
  messages(): readonly PhoneMessage[];
  keyboard(): PhoneKeyboard | null;
  /** The messages as the Bot API shows them */
  rawMessages(): readonly TelegramMessage[];
  /** Presses START, or follows `t.me/<bot>?start=<payload>` */
  start(payload?: string): void;
  /** Types a text; over 4096 units it goes as several messages, as the app does */
  say(text: string, options?: { readonly replyTo?: string | undefined }): void;
  /** Presses a button under a message: by label, or by row and column from 0 */
  press(messageId: string, button: string | { readonly row: number; readonly column: number }): PressResult;
  /** Presses a button of the keyboard under the chat */
  pressKey(label: string, place?: { readonly latitude: number; readonly longitude: number }): void;
  sendPhoto(file: PhoneFile): void;
  /** Several photos at once; the caption of the first is the album's */
  sendAlbum(files: readonly PhoneFile[]): void;
  sendVoice(file: PhoneFile, durationSeconds?: number): void;
  sendVideo(file: PhoneFile): void;
  sendDocument(file: PhoneFile): void;
  sendSticker(emoji: string): void;
  sendLocation(latitude: number, longitude: number): void;
  /** Own number, or somebody else's card */
  sendContact(other?: { readonly name: string; readonly phone: string }): void;
  /** Anything else: `{ dice: … }`, `{ poll: … }`, `{ forward_origin: …, text: … }` */
  sendOther(content: MessageContent): void;
  editMessage(messageId: string, text: string): void;
  block(): void;
  unblock(): void;
  deleteAccount(): void;
}

/** The phone of the person with this chat. */
export function createTelegramPhone(state: ServerState, chat: Chat): TelegramPhone {
  const { id: personId } = chat.person;
  const write = (content: MessageContent, kind = 'message') => {
    if (chat.person.status === 'blocked') changeMembership(state, chat, 'active');
    setStatus(state, chat, 'active');
    const message = incoming(state, chat, content);
    state.chats.append(chat, message);
    state.updates.push(kind, message, Number(personId));
    emit(state, chat, 'message', message);
  };
  const writeText = (text: string, extra: MessageContent = {}) => {
    const entities = findEntities(text, []);
    write({ text, ...(entities.length > 0 && { entities }), ...extra });
  };
  const writeFile = (role: FileRole, file: PhoneFile, extra: object = {}) => {
    const stored = state.files.put(
      file.bytes,
      file.contentType ?? 'application/octet-stream',
      file.fileName ?? `${role}.bin`,
    );
    write({ ...documentContent(role, stored, extra), caption: file.caption });
  };
  const writePhoto = ({ bytes, caption }: PhoneFile, extra: MessageContent = {}) => {
    const stored = state.files.put(bytes, 'image/jpeg', 'photo.jpg');
    write({ ...photoContent(stored), caption, ...extra });
  };

  return {
    personId,
    person: () => chat.person,
    messages: () => chat.messages.map((message) => toPhoneMessage(message)),
    keyboard: () => toPhoneKeyboard(chat.keyboard),
    rawMessages: () => chat.messages,
    start: (payload) => writeText(payload === undefined ? '/start' : `/start ${payload}`),
    say(text, { replyTo } = {}) {
      const replied = replyTo === undefined ? {} : { reply_to_message: findMessage(chat, replyTo) };
      for (let from = 0; from < text.length; from += MESSAGE_TEXT_MAX) {
        writeText(text.slice(from, from + MESSAGE_TEXT_MAX), replied);
      }
    },
    press: (messageId, button) => pressInline(state, chat, findMessage(chat, messageId), button),
    pressKey(label, place = { latitude: 51.048, longitude: 31.8869 }) {
      const key = chat.keyboard?.rows.flat().find(({ text }) => text === label);
      if (key === undefined) throw new PhoneError(`no key «${label}» under the chat`);
      if (chat.keyboard?.oneTime === true) chat.keyboard = null;
      if (key.request_contact === true) return write({ contact: ownContact(chat.person) });
      if (key.request_location === true) return write({ location: place });
      writeText(label);
    },
    sendPhoto: (file) => writePhoto(file),
    sendAlbum(files) {
      const albumId = String(randomInt(10 ** 12));
      for (const file of files) writePhoto(file, { media_group_id: albumId });
    },
    sendVoice: (file, duration = 3) =>
      writeFile('voice', { contentType: 'audio/ogg', ...file }, { duration }),
    sendVideo: (file) => writeFile('video', { contentType: 'video/mp4', ...file }, { duration: 3 }),
    sendDocument: (file) => writeFile('document', file),
    sendSticker: (emoji) =>
      writeFile(
        'sticker',
        { bytes: Buffer.from(emoji), contentType: 'image/webp' },
        { emoji, type: 'regular' },
      ),
    sendLocation: (latitude, longitude) => write({ location: { latitude, longitude } }),
    sendContact(other) {
      const contact = other && { phone_number: other.phone, first_name: other.name };
      write({ contact: contact ?? ownContact(chat.person) });
    },
    sendOther: write,
    editMessage(messageId, text) {
      const original = findMessage(chat, messageId);
      const edited = { ...original, text, entities: findEntities(text, []), edit_date: unixSeconds(state) };
      chat.messages[chat.messages.indexOf(original)] = edited;
      state.updates.push('edited_message', edited, Number(personId));
      emit(state, chat, 'message-edited', edited);
    },
    block: () => changeMembership(state, chat, 'blocked'),
    unblock: () => changeMembership(state, chat, 'active'),
    deleteAccount: () => setStatus(state, chat, 'deactivated'),
  };
}

function incoming(state: ServerState, chat: Chat, content: MessageContent): TelegramMessage {
  return {
    message_id: state.messageIds.next(),
    from: userOf(chat.person),
    chat: chatOf(chat.person),
    date: unixSeconds(state),
    ...content,
  };
}

function pressInline(
  state: ServerState,
  chat: Chat,
  message: TelegramMessage,
  button: string | { readonly row: number; readonly column: number },
): PressResult {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const pressed =
    typeof button === 'string'
      ? rows.flat().find(({ text }) => text === button)
      : rows[button.row]?.[button.column];
  if (pressed === undefined) throw new PhoneError(`no button ${JSON.stringify(button)} under the message`);
  if (pressed.url !== undefined) return { did: 'opened-url', url: pressed.url };
  if (pressed.callback_data === undefined) return { did: 'nothing' };
  const query = {
    id: state.callbackQueries.open(chat.person.id),
    from: userOf(chat.person),
    message,
    chat_instance: String(BigInt(chat.person.id) * 7_919n),
    data: pressed.callback_data,
  };
  state.updates.push('callback_query', query, Number(chat.person.id));
  return { did: 'told-bot' };
}

/** @see https://core.telegram.org/bots/api#chatmemberupdated in a private chat: only blocking and unblocking */
function changeMembership(state: ServerState, chat: Chat, status: 'active' | 'blocked'): void {
  if (chat.person.status === status) return;
  const memberStatus = (blocked: boolean) => (blocked ? 'kicked' : 'member');
  const update = {
    chat: chatOf(chat.person),
    from: userOf(chat.person),
    date: unixSeconds(state),
    old_chat_member: { user: state.bot.user, status: memberStatus(status === 'active') },
    new_chat_member: {
      user: state.bot.user,
      status: memberStatus(status === 'blocked'),
      ...(status === 'blocked' && { until_date: 0 }),
    },
  };
  setStatus(state, chat, status);
  state.updates.push('my_chat_member', update, Number(chat.person.id));
}

function setStatus(state: ServerState, chat: Chat, status: Person['status']): void {
  if (chat.person.status === status) return;
  chat.person = { ...chat.person, status };
  const { person } = chat;
  state.feed.emit({ messenger: 'telegram', personId: person.id, type: 'person', person });
}

function emit(
  state: ServerState,
  chat: Chat,
  type: 'message' | 'message-edited',
  message: TelegramMessage,
): void {
  state.feed.emit({
    messenger: 'telegram',
    personId: chat.person.id,
    type,
    message: toPhoneMessage(message),
  });
}

function findMessage(chat: Chat, messageId: string): TelegramMessage {
  const found = chat.messages.find(({ message_id: id }) => String(id) === messageId);
  if (found === undefined) throw new PhoneError(`no message ${messageId} in the chat`);
  return found;
}

function ownContact(person: Person) {
  return { phone_number: person.phone, first_name: person.name, user_id: Number(person.id) };
}

function unixSeconds({ now }: ServerState): number {
  return Math.floor(now().getTime() / 1000);
}
