import { badRequest } from './api-error.js';
import { linkProblem } from './links.js';
import type { MessageEntity } from './message.js';

const FORMATTING = new Set(
  'bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time'.split(
    ' ',
  ),
);
/** Types the server finds by itself; naming them is allowed and changes nothing. */
const FOUND = new Set('mention hashtag cashtag bot_command url email phone_number'.split(' '));
const REQUIRED: Readonly<Record<string, string>> = {
  text_link: 'url',
  text_mention: 'user',
  custom_emoji: 'custom_emoji_id',
  date_time: 'unix_time',
};

/**
 * Checks a list of entities given beside a plain text.
 *
 * @see https://core.telegram.org/bots/api#messageentity
 * @throws {ApiError} 400 in the server's words
 */
export function parseEntities(list: readonly unknown[], text: string): readonly MessageEntity[] {
  return list.flatMap((item) => {
    const entity = parseEntity(item);
    if (FOUND.has(entity.type)) return [];
    requireInside(entity, text);
    return [entity];
  });
}

function parseEntity(item: unknown): MessageEntity {
  if (typeof item !== 'object' || item === null) throw entityError('expected an Object');
  const entity = item as MessageEntity; // fields are checked one by one below
  if (!FORMATTING.has(entity.type) && !FOUND.has(entity.type))
    throw entityError('Unsupported type specified');
  for (const field of ['offset', 'length'] as const) {
    if (!Number.isInteger(entity[field])) throw entityError(`Field "${field}" must be of type Number`);
  }
  const required = REQUIRED[entity.type];
  if (required !== undefined && !(required in entity)) throw entityError(`Can't find field "${required}"`);
  if (entity.type === 'text_link') requireLink(entity.url ?? '');
  return entity;
}

function requireLink(url: string): void {
  const problem = linkProblem(url);
  if (problem !== undefined) throw badRequest(`entity URL '${url}' is invalid: ${problem}`);
}

function requireInside({ offset, length }: MessageEntity, text: string): void {
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (offset > text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  const end = offset + length;
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
}

function entityError(what: string): Error {
  return badRequest(`can't parse MessageEntity: ${what}`);
}
