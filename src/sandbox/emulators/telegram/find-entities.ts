import type { MessageEntity } from './message.js';

const PATTERNS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['url', /https?:\/\/[^\s<>«»"]*[^\s<>«»".,:;!?)\]]/giu],
  ['email', /[\w.+-]+@[\w-]+\.[\w.-]*\w/giu],
  ['bot_command', /(?<![\w/])\/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/gu],
  ['mention', /(?<![\w@.])@[a-zA-Z]\w{3,31}/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#&])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
];

/**
 * Adds what Telegram recognises by itself (links, commands, mentions, hashtags, e-mails) where the
 * text is not already a link or code.
 *
 * @see https://core.telegram.org/bots/api#messageentity
 */
export function findEntities(text: string, given: readonly MessageEntity[]): readonly MessageEntity[] {
  const taken = given.filter(({ type }) => ['code', 'pre', 'text_link', 'text_mention'].includes(type));
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return [...given, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function overlap(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
