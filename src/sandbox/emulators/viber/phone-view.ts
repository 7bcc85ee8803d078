import type { PhoneButton, PhoneKeyboard, PhoneMessage, PhoneMessageKind } from '../phone-message.js';
import { isFields } from './field-rules.js';
import type { ViberButton } from './keyboard-rules.js';
import type { CheckedMessage } from './message-rules.js';

const GRID_COLUMNS = 6;
const KINDS: Readonly<Record<string, PhoneMessageKind>> = {
  text: 'text',
  picture: 'photo',
  video: 'video',
  file: 'document',
  url: 'link',
  location: 'location',
  contact: 'contact',
  sticker: 'sticker',
  rich_media: 'rich-media',
};

/** A message of the bot as the phone draws it. Viber's `*bold*` stays in the text: the phone formats it. */
export function toPhoneMessage(message: CheckedMessage, token: string, sentAt: Date): PhoneMessage {
  const { type, fields, senderName, richMedia } = message;
  const { media, location, contact } = fields;
  const url = typeof media === 'string' ? media : undefined;
  return {
    id: token,
    from: 'bot',
    kind: KINDS[type] ?? 'other',
    text: typeof fields.text === 'string' ? fields.text : (altText(fields.rich_media) ?? ''),
    entities: [],
    sentAt: sentAt.toISOString(),
    senderName,
    media: url === undefined ? undefined : { url, fileName: textOf(fields.file_name) },
    location: isFields(location)
      ? { latitude: Number(location.lat), longitude: Number(location.lon) }
      : undefined,
    contact: isFields(contact)
      ? { name: String(contact.name), phone: String(contact.phone_number) }
      : undefined,
    buttons: richMedia === undefined ? [] : drawRows(richMedia),
  };
}

/** The keyboard as the phone draws it. */
export function toPhoneKeyboard(keyboard: readonly ViberButton[] | null): PhoneKeyboard | null {
  return keyboard === null ? null : { rows: drawRows(keyboard), oneTime: false };
}

/** What a person reads on a button: the text without its tags. */
export function labelOf({ text }: ViberButton): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]+>/g, '')
    .trim();
}

/** Buttons in rows of six columns, as the phone lays them out. */
export function intoRows(buttons: readonly ViberButton[]): readonly (readonly ViberButton[])[] {
  const rows: ViberButton[][] = [];
  let used = GRID_COLUMNS;
  for (const button of buttons) {
    if (used + button.columns > GRID_COLUMNS) {
      rows.push([]);
      used = 0;
    }
    used += button.columns;
    rows.at(-1)?.push(button);
  }
  return rows;
}

function drawRows(buttons: readonly ViberButton[]): readonly (readonly PhoneButton[])[] {
  return intoRows(buttons).map((row) => row.map(toPhoneButton));
}

function toPhoneButton(button: ViberButton): PhoneButton {
  const { actionType, actionBody, columns, rows, background } = button;
  const actions = {
    reply: 'reply',
    'open-url': 'url',
    'location-picker': 'share-location',
    'share-phone': 'share-phone',
    none: 'none',
  } as const;
  const url = actionType === 'open-url' ? actionBody : undefined;
  return { label: labelOf(button), action: actions[actionType], url, columns, rows, background };
}

function altText(richMedia: unknown): string | undefined {
  return isFields(richMedia) ? textOf(richMedia.alt_text) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
