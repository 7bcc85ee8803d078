import { badRequest } from './api-error.js';
import { linkProblem } from './links.js';
import { isRecord } from './markup-fields.js';
import type { InlineKeyboardButton } from './message.js';

/** Bytes of UTF-8. @see https://core.telegram.org/bots/api#inlinekeyboardbutton */
const CALLBACK_DATA_MAX_BYTES = 64;
/** @see https://core.telegram.org/bots/api#copytextbutton */
const COPY_TEXT_MAX = 256;
const STYLES = ['primary', 'success', 'danger'];
/** Exactly one of them makes the button do something. */
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
];

/**
 * Checks one inline button.
 *
 * @see https://core.telegram.org/bots/api#inlinekeyboardbutton
 * @throws {ApiError} 400 in the server's words
 */
export function parseInlineButton(value: unknown): InlineKeyboardButton {
  if (!isRecord(value)) throw buttonError('InlineKeyboardButton must be an Object');
  const { text } = value;
  if (text === undefined) throw buttonError('Can\'t find field "text"');
  if (typeof text !== 'string') throw buttonError('Field "text" must be of type String');
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (value.style !== undefined && !STYLES.includes(String(value.style))) {
    throw buttonError('invalid button style specified');
  }
  const actions = ACTIONS.filter((action) => value[action] !== undefined && value[action] !== '');
  const [action, ...others] = actions;
  if (action === undefined) throw buttonError('Text buttons are unallowed in the inline keyboard');
  if (others.length > 0) throw buttonError('exactly one action field must be used');
  ACTION_CHECKS[action]?.(value[action]);
  return { ...value, text };
}

const ACTION_CHECKS: Readonly<Record<string, (value: unknown) => void>> = {
  callback_data: checkCallbackData,
  url: checkUrl,
  web_app: checkWebApp,
  copy_text: checkCopyText,
  pay: refuseAction,
  callback_game: refuseAction,
};

/** Buttons of invoices and games have no place in ordinary messages. */
function refuseAction(): never {
  throw badRequest('BUTTON_TYPE_INVALID');
}

function checkCallbackData(value: unknown): void {
  if (typeof value !== 'string') throw buttonError('Field "callback_data" must be of type String');
  if (Buffer.byteLength(value) > CALLBACK_DATA_MAX_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}

function checkUrl(value: unknown): void {
  if (typeof value !== 'string') throw buttonError('Field "url" must be of type String');
  const problem = linkProblem(value);
  if (problem !== undefined) throw badRequest(`inline keyboard button URL '${value}' is invalid: ${problem}`);
}

function checkWebApp(value: unknown): void {
  const url = isRecord(value) ? String(value.url) : '';
  if (!url.startsWith('https://')) {
    throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
  }
}

function checkCopyText(value: unknown): void {
  const text = isRecord(value) ? value.text : undefined;
  if (typeof text !== 'string' || text === '' || text.length > COPY_TEXT_MAX) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
}

function buttonError(what: string): Error {
  return badRequest(`can't parse inline keyboard button: ${what}`);
}
