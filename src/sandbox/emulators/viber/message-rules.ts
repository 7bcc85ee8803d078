import { type Fields, optionalText, requireFields, requireNumber, requireText } from './field-rules.js';
import { checkButtons, KEYBOARD_GRID, RICH_MEDIA_GRID, type ViberButton } from './keyboard-rules.js';
import { ViberRefusal } from './status.js';

/**
 * Limits of messages, in UTF-16 units, bytes and seconds.
 * @see https://creators.viber.com/docs/bots-api/data-models/message
 */
const LIMITS = {
  senderName: 28,
  trackingData: 4000,
  text: 7000,
  caption: 768,
  url: 2000,
  fileName: 256,
  contactName: 28,
  contactPhone: 18,
  videoBytes: 27_262_976,
  videoSeconds: 180,
  fileBytes: 52_428_800,
} as const;

const FORBIDDEN_FILES =
  /\.(action|apk|app|bat|bin|cmd|com|command|cpl|csh|exe|gadget|inf1|ins|inx|ipa|isu|job|jse|ksh|lnk|msc|msi|msp|mst|osx|out|paf|pif|ps1|reg|rgs|run|sct|shb|shs|u3p|vb|vbe|vbs|vbscript|workflow|ws|wsf)$/i;

/** A message that passed every rule of the server. */
export interface CheckedMessage {
  /** `keyboard` is a keyboard sent on its own */
  readonly type: string;
  readonly fields: Fields;
  readonly senderName: string;
  readonly trackingData: string;
  readonly apiLevel: number;
  readonly keyboard?: readonly ViberButton[] | undefined;
  readonly richMedia?: readonly ViberButton[] | undefined;
}

/**
 * Checks everything a message must satisfy, whoever it goes to.
 *
 * @throws {ViberRefusal} 3 for a wrong value, 4 for a missing one, 14 for a feature newer than min_api_version
 */
export function checkMessage(fields: Fields): CheckedMessage {
  const apiLevel = minApiVersion(fields);
  const senderName = requireText(requireFields(fields, 'sender'), 'name', LIMITS.senderName);
  if (senderName === '') throw new ViberRefusal('missingData', 'sender.name');
  const trackingData = optionalText(fields, 'tracking_data', LIMITS.trackingData) ?? '';
  const keyboard =
    fields.keyboard === undefined || fields.keyboard === null
      ? undefined
      : checkButtons(fields.keyboard, KEYBOARD_GRID, apiLevel);
  const type = messageType(fields, keyboard !== undefined);
  const checked = { type, fields, senderName, trackingData, apiLevel, keyboard };
  if (type === 'rich_media') return { ...checked, richMedia: checkRichMedia(fields, apiLevel) };
  BODY_RULES[type]?.(fields);
  return checked;
}

function minApiVersion(fields: Fields): number {
  const level = fields.min_api_version ?? 1;
  if (typeof level === 'number' && Number.isInteger(level) && level >= 1) return level;
  throw new ViberRefusal('badData', 'min_api_version');
}

function messageType(fields: Fields, hasKeyboard: boolean): string {
  const type = fields.type;
  if ((type === undefined || type === null) && hasKeyboard) return 'keyboard';
  if (type === undefined || type === null) throw new ViberRefusal('missingData', 'type');
  if (typeof type === 'string' && (type in BODY_RULES || type === 'rich_media')) return type;
  throw new ViberRefusal('badData', 'type');
}

const BODY_RULES: Readonly<Record<string, (fields: Fields) => void>> = {
  text(fields) {
    if (requireText(fields, 'text', LIMITS.text) === '') throw new ViberRefusal('missingData', 'text');
  },
  picture(fields) {
    requireText(fields, 'text', LIMITS.caption);
    requireMedia(fields, /\.(jpe?g|png|gif)$/i);
    optionalText(fields, 'thumbnail', LIMITS.url);
  },
  video(fields) {
    requireMedia(fields, /\.mp4$/i);
    requireNumber(fields, 'size', 1, LIMITS.videoBytes);
    if (fields.duration !== undefined) requireNumber(fields, 'duration', 0, LIMITS.videoSeconds);
  },
  file(fields) {
    requireMedia(fields, /\.\w+$/);
    requireNumber(fields, 'size', 1, LIMITS.fileBytes);
    const name = requireText(fields, 'file_name', LIMITS.fileName);
    if (!/\.\w+$/.test(name) || FORBIDDEN_FILES.test(name)) throw new ViberRefusal('badData', 'file_name');
  },
  url(fields) {
    requireMedia(fields, /^/);
  },
  location(fields) {
    const location = requireFields(fields, 'location');
    requireNumber(location, 'lat', -90, 90);
    requireNumber(location, 'lon', -180, 180);
  },
  contact(fields) {
    const contact = requireFields(fields, 'contact');
    requireText(contact, 'name', LIMITS.contactName);
    requireText(contact, 'phone_number', LIMITS.contactPhone);
  },
  sticker(fields) {
    if (fields.sticker_id === undefined) throw new ViberRefusal('missingData', 'sticker_id');
  },
  keyboard() {},
};

/** An http(s) address whose last path segment ends as required. */
function requireMedia(fields: Fields, ending: RegExp): void {
  const media = requireText(fields, 'media', LIMITS.url);
  if (!URL.canParse(media) || !/^https?:$/.test(new URL(media).protocol)) {
    throw new ViberRefusal('badData', 'media is not a URL');
  }
  if (!ending.test(new URL(media).pathname)) throw new ViberRefusal('badData', 'media has a wrong extension');
}

/** @see https://creators.viber.com/docs/bots-api/data-models/message#rich-media-message */
function checkRichMedia(fields: Fields, apiLevel: number): readonly ViberButton[] {
  const richMedia = requireFields(fields, 'rich_media');
  if (apiLevel < 2) throw new ViberRefusal('incompatibleWithVersion', 'rich_media needs min_api_version 2');
  if (richMedia.ButtonsGroupColumns !== undefined) requireNumber(richMedia, 'ButtonsGroupColumns', 1, 6);
  if (richMedia.ButtonsGroupRows !== undefined) requireNumber(richMedia, 'ButtonsGroupRows', 1, 7);
  return checkButtons(richMedia, RICH_MEDIA_GRID, apiLevel);
}
