import viberBot from 'viber-bot';
import type { Attachment, OutgoingContent, Picture } from '../../domain/content.js';
import { splitText } from '../../lib/split-text.js';
import type { ChannelLimits, RenderedMessage, RenderWarning } from '../../services/outbox/channel.js';
import { viberKeyboard } from './keyboard.js';
import { styleWarnings, viberText } from './text.js';

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

/**
 * Shows content as Viber does: plain words, the first picture (with the words under it when they fit), files, the
 * keyboard with every part. What is lost is told in the warnings.
 */
export function renderViber(content: OutgoingContent, look: ViberLook): RenderedMessage {
  const fields = { sender: senderOf(look), ...viberKeyboard(content.keyboard) };
  const text = viberText(content);
  const picture = pictureMessages(content.pictures ?? [], text, look);
  const files = fileMessages(content.files ?? [], look);
  const texts = picture.holdsText ? [] : textMessages(text, byteLength(fields));
  const messages = [...picture.messages, ...texts, ...files.messages];
  return {
    parts: messages.map((message) => ({ payload: { ...fields, ...message }, cost: 1, uploads: [] })),
    warnings: [...styleWarnings(content), ...picture.warnings, ...files.warnings],
  };
}

function senderOf({ senderName, senderAvatar }: ViberLook): object {
  return senderAvatar === undefined ? { name: senderName } : { name: senderName, avatar: senderAvatar };
}

interface Shown {
  readonly messages: readonly ViberPayload[];
  readonly warnings: readonly RenderWarning[];
}

function pictureMessages(
  pictures: readonly Picture[],
  text: string,
  look: ViberLook,
): Shown & { readonly holdsText: boolean } {
  const [first] = pictures;
  if (!first) return { messages: [], warnings: [], holdsText: false };
  const url = look.pictureUrl(first.publicName);
  if (url === undefined) return { messages: [], warnings: [NO_PUBLIC_ADDRESS], holdsText: false };
  const holdsText = text.length <= VIBER_LIMITS.captionUnits;
  const message = messageJson(new viberBot.Message.Picture(url, holdsText ? text : ''));
  return { messages: [message], warnings: pictures.length > 1 ? [FIRST_PICTURE_ONLY] : [], holdsText };
}

function fileMessages(files: readonly Attachment[], { pictureUrl }: ViberLook): Shown {
  const messages = files.flatMap(({ publicName, sizeBytes, name }) => {
    const url = pictureUrl(publicName);
    return url === undefined ? [] : [messageJson(new viberBot.Message.File(url, sizeBytes, name))];
  });
  return { messages, warnings: messages.length < files.length ? [NO_PUBLIC_ADDRESS] : [] };
}

function textMessages(text: string, otherBytes: number): ViberPayload[] {
  let units = VIBER_LIMITS.textUnits;
  for (;;) {
    const messages = splitText(text, units).map((piece) => messageJson(new viberBot.Message.Text(piece)));
    if (messages.every((message) => byteLength(message) + otherBytes <= PART_BYTES_MAX)) return messages;
    if (units < 100) return messages;
    units = Math.floor(units * SHORTER);
  }
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

const FIRST_PICTURE_ONLY: RenderWarning = {
  code: 'pictures.first-only',
  message: 'Viber показує одне зображення в повідомленні: буде лише перше.',
};

const NO_PUBLIC_ADDRESS: RenderWarning = {
  code: 'pictures.no-public-url',
  message: 'Viber бере зображення й файли з адреси сайту, а її не задано (PUBLIC_URL): буде лише текст.',
};
