import type { Attachment, OutgoingContent, Picture } from '../../domain/content.js';
import type { Keyboard } from '../../domain/keyboard.js';
import { splitRanges, type TextRange } from '../../lib/split-text.js';
import type {
  ChannelLimits,
  RenderedMessage,
  RenderedPart,
  RenderWarning,
} from '../../services/outbox/channel.js';
import { type Run, styledRuns } from '../styled-text.js';
import { telegramHtml } from './html.js';
import { telegramMarkup } from './keyboard.js';
import type { TelegramMarkup, TelegramPayload } from './payload.js';

/** https://core.telegram.org/bots/api#sendmessage, #sendphoto: UTF-16 units after entities are parsed. */
export const TELEGRAM_LIMITS: ChannelLimits = { textUnits: 4096, captionUnits: 1024, addressesPerRequest: 1 };

/** https://core.telegram.org/bots/api#sendmediagroup */
const ALBUM_MAX = 10;

/**
 * Shows content as Telegram does: pictures first (the text under a single one, or under an album without buttons,
 * when it fits a caption), then the text, cut only where it must be, then files. The keyboard stands on the last part.
 */
export function renderTelegram(content: OutgoingContent): RenderedMessage {
  const runs = styledRuns(content);
  const markup = telegramMarkup(content.keyboard);
  const pictures = content.pictures ?? [];
  const caption = captionFor(runs, pictures, markup);
  const payloads: TelegramPayload[] = [
    ...pictureCalls(pictures, caption ?? ''),
    ...(caption === undefined ? textCalls(runs) : []),
    ...(content.files ?? []).map(documentCall),
  ];
  return {
    parts: withMarkup(payloads, markup, pictures).map(toPart),
    warnings: warningsOf(content.keyboard),
  };
}

/** The text as a caption, if there is a picture to hold it and, on an album, no keyboard that needs a text. */
function captionFor(
  runs: readonly Run[],
  pictures: readonly Picture[],
  markup: TelegramMarkup | undefined,
): string | undefined {
  const units = visibleUnits(runs);
  const holds = pictures.length === 1 || (pictures.length > 1 && pictures.length <= ALBUM_MAX && !markup);
  if (!holds || units > TELEGRAM_LIMITS.captionUnits) return undefined;
  return telegramHtml(runs, { start: 0, end: units });
}

function pictureCalls(pictures: readonly Picture[], caption: string): TelegramPayload[] {
  const calls: TelegramPayload[] = [];
  for (let from = 0; from < pictures.length; from += ALBUM_MAX) {
    const fileIds = pictures.slice(from, from + ALBUM_MAX).map(({ fileId }) => fileId);
    const [fileId] = fileIds;
    if (fileIds.length > 1) calls.push({ method: 'sendMediaGroup', fileIds, caption });
    else if (fileId !== undefined) calls.push({ method: 'sendPhoto', fileId, caption });
  }
  return calls;
}

function textCalls(runs: readonly Run[]): TelegramPayload[] {
  const text = runs.map((run) => run.text).join('');
  return splitRanges(text, TELEGRAM_LIMITS.textUnits, linkRanges(runs)).map((range) => ({
    method: 'sendMessage',
    text: telegramHtml(runs, range),
  }));
}

function documentCall({ fileId, name }: Attachment): TelegramPayload {
  return { method: 'sendDocument', fileId, fileName: name };
}

function withMarkup(
  payloads: readonly TelegramPayload[],
  markup: TelegramMarkup | undefined,
  pictures: readonly Picture[],
): TelegramPayload[] {
  const last = payloads.at(-1);
  if (!markup || !last) return [...payloads];
  if (last.method !== 'sendMediaGroup') return [...payloads.slice(0, -1), { ...last, markup }];
  const words = pictures.find(({ alt }) => alt.trim() !== '')?.alt ?? 'Фото';
  const runs = styledRuns({ format: 'plain', text: words });
  const text = telegramHtml(runs, { start: 0, end: TELEGRAM_LIMITS.textUnits });
  return [...payloads, { method: 'sendMessage', text, markup }];
}

function toPart(payload: TelegramPayload): RenderedPart {
  switch (payload.method) {
    case 'sendMessage':
      return { payload, cost: 1, uploads: [] };
    case 'sendMediaGroup':
      return { payload, cost: payload.fileIds.length, uploads: payload.fileIds };
    case 'sendPhoto':
    case 'sendDocument':
      return { payload, cost: 1, uploads: [payload.fileId] };
  }
}

function warningsOf(keyboard: Keyboard | undefined): RenderWarning[] {
  const actions = (keyboard?.rows ?? []).flat().map(({ action }) => action.kind);
  const lost = keyboard?.placement === 'question' ? 'url' : 'request-location';
  if (!actions.includes(lost)) return [];
  return [{ code: 'button.lost', message: 'Telegram не показує одну з кнопок у цьому місці.' }];
}

function linkRanges(runs: readonly Run[]): TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    if (run.url !== undefined) ranges.push({ start, end });
    start = end;
  }
  return ranges;
}

function visibleUnits(runs: readonly Run[]): number {
  return runs.reduce((units, run) => units + run.text.length, 0);
}
