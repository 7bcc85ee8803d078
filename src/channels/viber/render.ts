import viberBot from 'viber-bot';
import type { Attachment, OutgoingContent } from '../../domain/content.js';
import type { ShownMessage } from '../../domain/shown-message.js';
import { splitRanges } from '../../lib/split-text.js';
import type { ChannelLimits, RenderedMessage, RenderWarning } from '../../services/outbox/channel.js';
import { animationWarnings, lengthWarnings } from '../render-warnings.js';
import { viberKeyboard } from './keyboard.js';
import { type ShownPicture, viberPictures } from './pictures.js';
import { styleWarnings, type ViberText, viberText } from './text.js';

/** https://developers.viber.com/docs/api/rest-bot-api/#message-types, #broadcast-message */
export const VIBER_LIMITS: ChannelLimits = { textUnits: 7000, captionUnits: 768, addressesPerRequest: 300 };

/** 30 kB for a request, less 300 receivers of 24 characters with their quotes and commas. */
const PART_BYTES_MAX = 30_000 - 300 * 28;
/** A text too heavy in bytes is cut again at this part of the length. */
const SHORTER = 0.75;

/** How messages look, the same for everyone. */
export interface ViberLook {
  /** At most 28 characters */
  readonly senderName: string;
  /** Address of a picture */
  readonly senderAvatar?: string | undefined;
  /** Outside https address of a published file; undefined when there is none */
  readonly pictureUrl: (publicName: string) => string | undefined;
}

/** JSON of one message without its receivers. */
export type ViberPayload = Readonly<Record<string, unknown>>;

/** One message: what is sent, and what is seen of it. */
interface Message {
  readonly json: ViberPayload;
  readonly shown: Omit<ShownMessage, 'buttons'>;
}

/**
 * Shows content as Viber does: plain words, the first picture (with the words under it when they fit), files, the
 * keyboard with every part. What is lost is told in the warnings.
 */
export function renderViber(content: OutgoingContent, look: ViberLook): RenderedMessage {
  const keyboardFields = viberKeyboard(content.keyboard);
  const fields = { sender: senderOf(look), ...keyboardFields };
  const buttons = keyboardFields.keyboard.Buttons.map(({ Text }) => [Text]);
  const pictures = viberPictures(content, look.pictureUrl);
  const text = viberText(content, pictures.links);
  const isCaption = pictures.shown !== undefined && text.text.length <= VIBER_LIMITS.captionUnits;
  const files = (content.files ?? []).flatMap((file) => fileMessages(file, look));
  const parts = [
    ...(pictures.shown ? [pictureMessage(pictures.shown, isCaption ? text.text : '')] : []),
    ...(isCaption ? [] : textMessages(text, byteLength(fields))),
    ...files,
  ].map(({ json, shown }) => ({
    payload: { ...fields, ...json },
    cost: 1,
    uploads: [],
    shown: { ...shown, buttons },
  }));
  return {
    parts,
    warnings: [
      ...styleWarnings(content),
      ...pictures.warnings,
      ...lengthWarnings('Viber', parts),
      ...animationWarnings(content),
      ...(files.length < (content.files ?? []).length ? [FILES_LOST] : []),
    ],
  };
}

function senderOf({ senderName, senderAvatar }: ViberLook): object {
  return senderAvatar === undefined ? { name: senderName } : { name: senderName, avatar: senderAvatar };
}

function pictureMessage({ picture, url }: ShownPicture, caption: string): Message {
  return {
    json: messageJson(new viberBot.Message.Picture(url, caption)),
    shown: { words: wordsOf(caption), pictures: [picture], file: undefined },
  };
}

function fileMessages(file: Attachment, { pictureUrl }: ViberLook): Message[] {
  const url = file.publicName === undefined ? undefined : pictureUrl(file.publicName);
  if (url === undefined) return [];
  const json = messageJson(new viberBot.Message.File(url, file.sizeBytes, file.name));
  return [{ json, shown: { words: [], pictures: [], file } }];
}

function textMessages({ text, whole }: ViberText, otherBytes: number): Message[] {
  let units = VIBER_LIMITS.textUnits;
  for (;;) {
    const messages = splitRanges(text, units, whole).map(({ start, end }) =>
      textMessage(text.slice(start, end)),
    );
    if (messages.every(({ json }) => byteLength(json) + otherBytes <= PART_BYTES_MAX)) return messages;
    if (units < 100) return messages;
    units = Math.floor(units * SHORTER);
  }
}

function textMessage(text: string): Message {
  return {
    json: messageJson(new viberBot.Message.Text(text)),
    shown: { words: wordsOf(text), pictures: [], file: undefined },
  };
}

function wordsOf(text: string): ShownMessage['words'] {
  return text === '' ? [] : [{ text, bold: false, italic: false, url: undefined }];
}

/** viber-bot writes null for what is absent, where Viber asks for a text (a caption) or nothing (a thumbnail). */
function messageJson(message: { toJson(): Record<string, unknown> }): ViberPayload {
  const { text, thumbnail, ...json } = message.toJson();
  return {
    ...json,
    ...(text === undefined ? {} : { text: text ?? '' }),
    ...(thumbnail ? { thumbnail } : {}),
  };
}

function byteLength(json: object): number {
  return Buffer.byteLength(JSON.stringify(json));
}

const FILES_LOST: RenderWarning = {
  code: 'files.no-public-url',
  message: 'Viber бере файли з адреси сервісу, а її не задано (PUBLIC_URL): файл не надійде.',
};
