import { randomInt } from 'node:crypto';
import { findButton, NIZHYN, type PhoneFile } from '../phone-actions.js';
import type { Chat } from './chat.js';
import { findEntities } from './find-entities.js';
import { MESSAGE_TEXT_MAX } from './formatted-text.js';
import type { FileRole } from './input-file.js';
import { documentContent, photoContent } from './media-content.js';
import type { MessageContent } from './message.js';
import type { TelegramPhone } from './phone.js';
import { toPhoneKeyboard, toPhoneMessage } from './phone-view.js';
import {
  changeMembership,
  editOwn,
  findMessage,
  ownContact,
  pressInline,
  setStatus,
  writeToBot,
} from './resident-changes.js';
import type { ServerState } from './server-state.js';

/** The phone of the person with this chat. */
export function createTelegramPhone(state: ServerState, chat: Chat): TelegramPhone {
  const write = (content: MessageContent) => writeToBot(state, chat, content);
  const writeText = (text: string, extra: MessageContent = {}) => {
    const entities = findEntities(text, []);
    write({ text, ...(entities.length > 0 && { entities }), ...extra });
  };
  const writeFile = (role: FileRole, file: PhoneFile, extra: object = {}) => {
    const { bytes, caption, contentType = 'application/octet-stream', fileName = `${role}.bin` } = file;
    const stored = state.files.put(bytes, contentType, fileName);
    write({ ...documentContent(role, stored, extra), ...(caption && { caption }) });
  };
  const writePhoto = ({ bytes, caption }: PhoneFile, extra: MessageContent = {}) => {
    const stored = state.files.put(bytes, 'image/jpeg', 'photo.jpg');
    write({ ...photoContent(stored), ...(caption && { caption }), ...extra });
  };

  return {
    personId: chat.person.id,
    person: () => chat.person,
    messages: () => chat.messages.map(toPhoneMessage),
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
    pressKey(place, location = NIZHYN) {
      const key = findButton(chat.keyboard?.rows ?? [], place, ({ text }) => text);
      if (chat.keyboard?.oneTime === true) chat.keyboard = null;
      if (key.request_contact === true) write({ contact: ownContact(chat.person) });
      else if (key.request_location === true) write({ location });
      else writeText(key.text);
      return { did: 'told-bot' };
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
    sendSticker(emoji) {
      const file = { bytes: Buffer.from(emoji), contentType: 'image/webp' };
      writeFile('sticker', file, { emoji, type: 'regular', is_animated: false, is_video: false });
    },
    sendLocation: (latitude, longitude) => write({ location: { latitude, longitude } }),
    sendContact(other) {
      const contact = other && { phone_number: other.phone, first_name: other.name };
      write({ contact: contact ?? ownContact(chat.person) });
    },
    sendOther: write,
    editMessage: (messageId, text) => editOwn(state, chat, findMessage(chat, messageId), text),
    block: () => changeMembership(state, chat, 'blocked'),
    unblock: () => changeMembership(state, chat, 'active'),
    deleteAccount: () => setStatus(state, chat, 'deactivated'),
  };
}
