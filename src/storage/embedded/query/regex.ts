import { CommandError, unsupported } from '../errors.js';

const SPACES = ' \\t\\n\\v\\f\\r';
/** PCRE's `$` without `m` also stands before a newline that ends the text. */
const END_OF_TEXT = '(?=\\n?(?![\\s\\S]))';
/** A property or code point, any other escape, a class, a quantifier, or one character. */
const TOKENS = /\\[pPx]\{[^}]*\}|\\.?|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|./gsu;
const CLASS_TOKENS = /\\[pPx]\{[^}]*\}|\\.?|./gsu;

/** Outside of classes, where PCRE and JavaScript with the `u` flag differ. */
const TRANSLATED: Readonly<Record<string, string>> = {
  '{': '\\{',
  '}': '\\}',
  ']': '\\]',
  '\\s': `[${SPACES}]`,
  '\\S': `[^${SPACES}]`,
  '\\A': '(?<![\\s\\S])',
  '\\z': '(?![\\s\\S])',
  '\\Z': END_OF_TEXT,
};
const TRANSLATED_IN_CLASS: Readonly<Record<string, string>> = { '[': '\\[', '\\s': SPACES, '\\-': '\\-' };

/**
 * A PCRE pattern, as MongoDB takes it, as a JavaScript expression that matches the same texts. What cannot be
 * said in JavaScript is refused instead of matching something else.
 *
 * @throws {CommandError} 51091 (invalid pattern), 51108 (invalid option) or CommandNotSupported
 */
export function toRegExp(pattern: string, options: string): RegExp {
  if (checkedOptions(options).includes('x')) throw unsupported("the regex option 'x'");
  const anchors = options.includes('m')
    ? { $: '(?=\\n|(?![\\s\\S]))', '^': '(?<=\\n|(?<![\\s\\S]))' }
    : { $: END_OF_TEXT };
  const table = { ...TRANSLATED, ...anchors, '.': options.includes('s') ? '[\\s\\S]' : '[^\\n]' };
  const translated = pattern.replace(TOKENS, (token) =>
    token.length > 1 && token.startsWith('[') ? translateClass(token) : translateToken(token, table),
  );
  try {
    return new RegExp(translated, options.includes('i') ? 'iu' : 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new CommandError(51091, `Regular expression is invalid: ${reason}`);
  }
}

/** @throws {CommandError} 51108 */
export function checkedOptions(options: string): string {
  const bad = /[^imsux]/.exec(options);
  if (bad) throw new CommandError(51108, `invalid flag in regex options: ${bad[0]}`);
  return options;
}

/** Right after the opening a bracket is an ordinary character in PCRE. */
function translateClass(text: string): string {
  if (text.includes('[:')) throw unsupported('a POSIX character class');
  const [, opening = '[', bracket = '', rest = ''] = /^(\[\^?)(\]?)(.*)\]$/s.exec(text) ?? [];
  const translated = rest.replace(CLASS_TOKENS, (token) => translateToken(token, TRANSLATED_IN_CLASS));
  return `${opening}${bracket && '\\]'}${translated}]`;
}

function translateToken(token: string, table: Readonly<Record<string, string>>): string {
  const translated = table[token];
  if (translated !== undefined) return translated;
  if (token.startsWith('\\x{')) return `\\u${token.slice(2)}`;
  // An escaped character that is no letter, digit or sign of the syntax is itself; others JavaScript refuses.
  return /^\\[^\w$\\.*+?()[\]{}|/^]$/u.test(token) ? token.slice(1) : token;
}
