import { controlMediaPath } from '../control-media-path.js';
import type {
  PhoneButton,
  PhoneKeyboard,
  PhoneMedia,
  PhoneMessage,
  PhoneMessageKind,
} from '../phone-message.js';
import type { ReplyKeyboard } from './chat.js';
import type { KeyboardButton } from './keyboard-button.js';
import type { InlineKeyboardButton, MediaFile, TelegramMessage } from './message.js';

const MEDIA_KINDS = ['document', 'video', 'animation', 'audio', 'voice', 'sticker'] as const;

/** A message as the phone draws it. */
export function toPhoneMessage(message: TelegramMessage): PhoneMessage {
  const { location, contact, reply_to_message: replied, edit_date: editDate } = message;
  return {
    id: String(message.message_id),
    from: message.from.is_bot ? 'bot' : 'person',
    kind: kindOf(message),
    text: message.text ?? message.caption ?? '',
    entities: (message.entities ?? message.caption_entities ?? []).map(({ type, offset, length, url }) => ({
      type,
      offset,
      length,
      url,
    })),
    sentAt: isoTime(message.date),
    editedAt: editDate === undefined ? undefined : isoTime(editDate),
    media: mediaOf(message),
    albumId: message.media_group_id,
    location,
    contact: contact && { name: contact.first_name, phone: contact.phone_number },
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(inlineButton)),
    repliesTo: replied === undefined ? undefined : String(replied.message_id),
  };
}

/** The keyboard under the chat as the phone draws it. */
export function toPhoneKeyboard(keyboard: ReplyKeyboard | null): PhoneKeyboard | null {
  if (keyboard === null) return null;
  const { rows, oneTime, placeholder } = keyboard;
  return { rows: rows.map((row) => row.map(replyButton)), oneTime, placeholder };
}

function kindOf(message: TelegramMessage): PhoneMessageKind {
  if (message.text !== undefined) return 'text';
  if (message.photo !== undefined) return 'photo';
  if (message.location !== undefined) return 'location';
  if (message.contact !== undefined) return 'contact';
  const kind = MEDIA_KINDS.find((field) => message[field] !== undefined);
  return kind === 'animation' ? 'video' : (kind ?? 'other');
}

function mediaOf(message: TelegramMessage): PhoneMedia | undefined {
  const largest = message.photo?.at(-1);
  if (largest !== undefined)
    return { url: controlMediaPath('telegram', largest.file_id), sizeBytes: largest.file_size };
  const field = MEDIA_KINDS.find((kind) => message[kind] !== undefined);
  const file: MediaFile | undefined = field && message[field];
  return (
    file && {
      url: controlMediaPath('telegram', file.file_id),
      contentType: file.mime_type,
      fileName: file.file_name,
      sizeBytes: file.file_size,
    }
  );
}

function inlineButton({ text, url, callback_data, copy_text }: InlineKeyboardButton): PhoneButton {
  if (callback_data !== undefined) return { label: text, action: 'callback' };
  if (url !== undefined) return { label: text, action: 'url', url };
  return { label: text, action: copy_text === undefined ? 'none' : 'copy' };
}

function replyButton({ text, request_contact, request_location }: KeyboardButton): PhoneButton {
  if (request_contact === true) return { label: text, action: 'share-phone' };
  return { label: text, action: request_location === true ? 'share-location' : 'reply' };
}

function isoTime(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString();
}
