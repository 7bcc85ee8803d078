import { badRequest } from './api-error.js';
import { findEntities } from './find-entities.js';
import { type FormattedText, parseHtml } from './html.js';
import { parseEntities } from './message-entities.js';
import { type CallParameters, listParameter, textParameter } from './parameters.js';

/** UTF-16 units after entity parsing. @see https://core.telegram.org/bots/api#sendmessage */
export const MESSAGE_TEXT_MAX = 4096;
/** UTF-16 units after entity parsing. @see https://core.telegram.org/bots/api#sendphoto */
const CAPTION_MAX = 1024;

/**
 * The text of a message to send: parsed, trimmed, 1–4096 units long.
 *
 * @throws {ApiError} 400 in the server's words
 */
export function messageText(parameters: CallParameters): FormattedText {
  const raw = textParameter(parameters, 'text') ?? '';
  if (raw === '') throw badRequest('message text is empty');
  const formatted = format(parameters, raw, 'entities');
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > MESSAGE_TEXT_MAX) throw badRequest('message is too long');
  return formatted;
}

/**
 * A caption: parsed, trimmed, 0–1024 units long.
 *
 * @throws {ApiError} 400 in the server's words
 */
export function captionText(parameters: CallParameters): FormattedText {
  const formatted = format(parameters, textParameter(parameters, 'caption') ?? '', 'caption_entities');
  if (formatted.text.length > CAPTION_MAX) throw badRequest('message caption is too long');
  return formatted;
}

/** Only HTML and explicit entities: the Markdown modes are answered as the unknown ones are. */
function format(parameters: CallParameters, raw: string, entitiesName: string): FormattedText {
  const mode = textParameter(parameters, 'parse_mode')?.toLowerCase() ?? '';
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode');
  const given = mode === 'html' ? parseHtml(raw) : explicit(raw, listParameter(parameters, entitiesName));
  const { text, entities } = trim(given);
  return { text, entities: findEntities(text, entities) };
}

function explicit(text: string, entities: readonly unknown[] | undefined): FormattedText {
  return { text, entities: parseEntities(entities ?? [], text) };
}

/** White space around a message is not sent; formatting shrinks with it. */
function trim({ text, entities }: FormattedText): FormattedText {
  const clean = text.replaceAll('\r', ' ');
  const trimmed = clean.trim();
  const start = clean.length - clean.trimStart().length;
  const end = start + trimmed.length;
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: trimmed, entities: kept };
}
