import type { OutgoingContent, Picture } from '../../domain/content.js';
import type { Keyboard } from '../../domain/keyboard.js';
import type { Run, ShownMessage } from '../../domain/shown-message.js';
import { splitRanges } from '../../lib/split-text.js';
import type {
  ChannelLimits,
  RenderedMessage,
  RenderedPart,
  RenderWarning,
} from '../../services/outbox/channel.js';
import { animationWarnings, lengthWarnings } from '../render-warnings.js';
import { joinLinks, linkRanges, sliceRuns, styledRuns } from '../styled-text.js';
import { telegramHtml } from './html.js';
import { telegramLabels, telegramMarkup } from './keyboard.js';
import type { TelegramMarkup, TelegramPayload } from './payload.js';

/** https://core.telegram.org/bots/api#sendmessage, #sendphoto: UTF-16 units after entities are parsed. */
export const TELEGRAM_LIMITS: ChannelLimits = { textUnits: 4096, captionUnits: 1024, addressesPerRequest: 1 };

/** https://core.telegram.org/bots/api#sendmediagroup */
const ALBUM_MAX = 10;

/** What one message will hold; its payload is made of this alone. */
type Message = Omit<ShownMessage, 'buttons'>;
const BLANK: Message = { words: [], pictures: [], file: undefined };

/**
 * Shows content as Telegram does: pictures first (the text under a single one, or under an album without buttons,
 * when it fits a caption), then the text, cut only where it must be, then files. The keyboard stands on the last part.
 */
export function renderTelegram(content: OutgoingContent): RenderedMessage {
  const runs = styledRuns(content);
  const markup = telegramMarkup(content.keyboard);
  const pictures = content.pictures ?? [];
  const isCaption = fitsCaption(runs, pictures, markup);
  const messages: Message[] = [
    ...albums(pictures).map((album) => ({ ...BLANK, pictures: album, words: isCaption ? runs : [] })),
    ...(isCaption ? [] : pieces(runs).map((words) => ({ ...BLANK, words }))),
    ...(content.files ?? []).map((file) => ({ ...BLANK, file })),
  ];
  const carrier = markup ? keyboardCarrier(messages.at(-1)) : [];
  const all = [...messages, ...carrier];
  const parts = all.map((message, index) => toPart(message, index === all.length - 1 ? markup : undefined));
  return {
    parts,
    warnings: [
      ...lengthWarnings('Telegram', parts),
      ...animationWarnings(content),
      ...lostButtons(content.keyboard),
    ],
  };
}

/** Whether the text may stand under the pictures: it fits, and no keyboard of an album needs it elsewhere. */
function fitsCaption(
  runs: readonly Run[],
  pictures: readonly Picture[],
  markup: TelegramMarkup | undefined,
): boolean {
  const holds = pictures.length === 1 || (pictures.length > 1 && pictures.length <= ALBUM_MAX && !markup);
  return holds && textOf(runs).length <= TELEGRAM_LIMITS.captionUnits;
}

function albums(pictures: readonly Picture[]): (readonly Picture[])[] {
  const count = Math.ceil(pictures.length / ALBUM_MAX);
  return Array.from({ length: count }, (_, index) =>
    pictures.slice(index * ALBUM_MAX, (index + 1) * ALBUM_MAX),
  );
}

function pieces(runs: readonly Run[]): (readonly Run[])[] {
  const links = linkRanges(joinLinks(runs));
  return splitRanges(textOf(runs), TELEGRAM_LIMITS.textUnits, links).map((range) => sliceRuns(runs, range));
}

/** An album cannot have buttons (https://core.telegram.org/bots/api#sendmediagroup): words that can. */
function keyboardCarrier(last: Message | undefined): Message[] {
  if (!last || last.pictures.length < 2) return [];
  const text = last.pictures.find(({ alt }) => alt.trim() !== '')?.alt ?? 'Фото';
  return [{ ...BLANK, words: styledRuns({ format: 'plain', text }) }];
}

function toPart(message: Message, markup: TelegramMarkup | undefined): RenderedPart {
  const { pictures, file } = message;
  return {
    payload: toPayload(message, markup),
    cost: Math.max(1, pictures.length),
    uploads: file ? [file.fileId] : pictures.map(({ fileId }) => fileId),
    shown: { ...message, buttons: telegramLabels(markup) },
  };
}

function toPayload({ words, pictures, file }: Message, markup: TelegramMarkup | undefined): TelegramPayload {
  const html = telegramHtml(words);
  const buttons = markup ? { markup } : {};
  const [picture, ...others] = pictures;
  if (file) return { method: 'sendDocument', fileId: file.fileId, fileName: file.name, ...buttons };
  if (!picture) return { method: 'sendMessage', text: html, ...buttons };
  if (others.length === 0) return { method: 'sendPhoto', fileId: picture.fileId, caption: html, ...buttons };
  return { method: 'sendMediaGroup', fileIds: pictures.map(({ fileId }) => fileId), caption: html };
}

function lostButtons(keyboard: Keyboard | undefined): RenderWarning[] {
  const actions = (keyboard?.rows ?? []).flat().map(({ action }) => action.kind);
  const isLost = (kind: string) =>
    keyboard?.placement === 'question' ? kind === 'url' : kind.startsWith('request-');
  if (!actions.some(isLost)) return [];
  return [{ code: 'button.lost', message: 'Telegram не показує одну з кнопок у цьому місці.' }];
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
