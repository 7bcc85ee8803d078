import { badRequest } from './api-error.js';
import { parseInlineButton } from './inline-button.js';
import { type KeyboardButton, parseKeyboardButton } from './keyboard-button.js';
import { isRecord, requireBooleans, requireRows } from './markup-fields.js';
import type { InlineKeyboardMarkup } from './message.js';
import { type CallParameters, jsonParameter } from './parameters.js';

/** What a message does to the keyboards of the chat. */
export type ReplyMarkup =
  | { readonly kind: 'inline'; readonly markup: InlineKeyboardMarkup }
  | {
      readonly kind: 'keyboard';
      readonly rows: readonly (readonly KeyboardButton[])[];
      readonly oneTime: boolean;
      readonly placeholder?: string | undefined;
    }
  | { readonly kind: 'remove' }
  | { readonly kind: 'force-reply' };

/** @see https://core.telegram.org/bots/api#replykeyboardmarkup */
const PLACEHOLDER_MAX = 64;

/**
 * Checks `reply_markup`: one of the four documented shapes.
 *
 * @see https://core.telegram.org/bots/api#inlinekeyboardmarkup
 * @throws {ApiError} 400 in the server's words
 */
export function parseReplyMarkup(parameters: CallParameters): ReplyMarkup | undefined {
  const markup = jsonParameter(parameters, 'reply_markup');
  if (markup === undefined || markup === null) return undefined;
  if (!isRecord(markup)) throw badRequest('object expected as reply markup');
  if ('inline_keyboard' in markup) return { kind: 'inline', markup: parseInline(markup) };
  if ('keyboard' in markup) return parseKeyboard(markup);
  requireBooleans(markup, ['remove_keyboard', 'force_reply', 'selective']);
  if (markup.remove_keyboard === true) return { kind: 'remove' };
  if (markup.force_reply === true) return { kind: 'force-reply' };
  return undefined;
}

/**
 * For edits: only an inline keyboard, or nothing.
 *
 * @throws {ApiError} 400 when another kind of keyboard is given
 */
export function parseInlineMarkup(parameters: CallParameters): InlineKeyboardMarkup | undefined {
  const markup = parseReplyMarkup(parameters);
  if (markup === undefined) return undefined;
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected');
  return markup.markup.inline_keyboard.length === 0 ? undefined : markup.markup;
}

function parseInline(markup: Record<string, unknown>): InlineKeyboardMarkup {
  const rows = requireRows(markup, 'inline_keyboard');
  return {
    inline_keyboard: rows.map((row) => row.map(parseInlineButton)).filter(({ length }) => length > 0),
  };
}

function parseKeyboard(markup: Record<string, unknown>): ReplyMarkup {
  const rows = requireRows(markup, 'keyboard');
  requireBooleans(markup, ['is_persistent', 'resize_keyboard', 'one_time_keyboard', 'selective']);
  const placeholder = markup.input_field_placeholder;
  if (
    placeholder !== undefined &&
    (typeof placeholder !== 'string' || placeholder.length > PLACEHOLDER_MAX)
  ) {
    throw badRequest('reply keyboard placeholder is invalid');
  }
  const buttons = rows.map((row) => row.map(parseKeyboardButton)).filter(({ length }) => length > 0);
  if (buttons.length === 0) throw badRequest('reply keyboard must contain at least one button');
  return { kind: 'keyboard', rows: buttons, oneTime: markup.one_time_keyboard === true, placeholder };
}
