import { badRequest } from './api-error.js';
import { isRecord } from './markup-fields.js';

/** A button of the keyboard under the chat. */
export interface KeyboardButton {
  readonly text: string;
  readonly request_contact?: boolean | undefined;
  readonly request_location?: boolean | undefined;
  readonly [field: string]: unknown;
}

const REQUESTS = [
  'request_users',
  'request_chat',
  'request_contact',
  'request_location',
  'request_poll',
  'web_app',
];

/**
 * Checks one button of a reply keyboard; a bare string is a button with that text.
 *
 * @see https://core.telegram.org/bots/api#keyboardbutton
 * @throws {ApiError} 400 in the server's words
 */
export function parseKeyboardButton(value: unknown): KeyboardButton {
  if (typeof value === 'string') return parseKeyboardButton({ text: value });
  if (!isRecord(value)) throw buttonError('KeyboardButton must be an Object');
  const { text } = value;
  if (text === undefined) throw buttonError('Can\'t find field "text"');
  if (typeof text !== 'string') throw buttonError('Field "text" must be of type String');
  if (text.trim() === '') throw badRequest('keyboard button text must be non-empty');
  for (const field of ['request_contact', 'request_location']) {
    if (value[field] !== undefined && typeof value[field] !== 'boolean') {
      throw buttonError(`Field "${field}" must be of type Boolean`);
    }
  }
  if (REQUESTS.filter((field) => value[field] !== undefined && value[field] !== false).length > 1) {
    throw buttonError('at most one of the optional fields must be used');
  }
  return { ...value, text };
}

function buttonError(what: string): Error {
  return badRequest(`can't parse keyboard button: ${what}`);
}
