import { CommandError } from '../errors.js';

/** Escapes that mean the same in PCRE and in JavaScript with the `u` flag. */
const SAME_ESCAPES = /[dDwWbBnrtfv0-9xck^$\\.*+?()[\]{}|/]/;
/** `\p{L}` and `\x{1F600}`. */
const CODED = /^\\([pPx])(\{\^?[\w&]+\})/;
const SPACES = ' \\t\\n\\v\\f\\r';
/** PCRE's `$` without `m` also stands before a newline that ends the text. */
const END_OF_TEXT = '(?=\\n?(?![\\s\\S]))';

/**
 * A PCRE pattern, as MongoDB takes it, as a JavaScript expression that matches the same texts. What cannot be
 * said in JavaScript is refused instead of matching something else.
 *
 * @throws {CommandError} 51091 (invalid) or CommandNotSupported
 */
export function toRegExp(pattern: string, options: string): RegExp {
  refuseBadOptions(options);
  if (options.includes('x'))
    throw new CommandError(115, "the regex option 'x' is not supported by the embedded database");
  const flags = options.includes('i') ? 'iu' : 'u';
  try {
    return new RegExp(translate(pattern, options.includes('m'), options.includes('s')), flags);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      51091,
      `Regular expression is invalid: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** @throws {CommandError} 51108 */
export function refuseBadOptions(options: string): void {
  const bad = /[^imsux]/.exec(options);
  if (bad) throw new CommandError(51108, `invalid flag in regex options: ${bad[0]}`);
}

function translate(pattern: string, multiline: boolean, dotAll: boolean): string {
  let out = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i += 1) {
    const c = pattern.charAt(i);
    const coded = CODED.exec(pattern.slice(i));
    if (coded) {
      out += coded[1] === 'x' ? `\\u${coded[2]}` : coded[0];
      i += coded[0].length - 1;
    } else if (c === '\\') {
      i += 1;
      out += translateEscape(pattern.charAt(i), inClass);
    } else if (inClass) {
      if (c === '[' && pattern.charAt(i + 1) === ':')
        throw new CommandError(115, 'POSIX character classes are not supported by the embedded database');
      inClass = c !== ']';
      out += c === '[' ? '\\[' : c;
    } else if (c === '[') {
      inClass = true;
      out += c;
      if (pattern.charAt(i + 1) === '^') {
        out += '^';
        i += 1;
      }
      // Right after the opening a bracket is an ordinary character in PCRE.
      if (pattern.charAt(i + 1) === ']') {
        out += '\\]';
        i += 1;
      }
    } else if (c === '.') out += dotAll ? '[\\s\\S]' : '[^\\n]';
    else if (c === '$') out += multiline ? '(?=\\n|(?![\\s\\S]))' : END_OF_TEXT;
    else if (c === '^' && multiline) out += '(?<=\\n|(?<![\\s\\S]))';
    else if (c === '{' && !/^\{\d+(,\d*)?\}/.test(pattern.slice(i))) out += '\\{';
    else if (c === '}' && !/\{\d+(,\d*)?$/.test(pattern.slice(0, i))) out += '\\}';
    else if (c === ']') out += '\\]';
    else out += c;
  }
  return out;
}

function translateEscape(c: string, inClass: boolean): string {
  if (c === 's') return inClass ? SPACES : `[${SPACES}]`;
  if (c === 'S' && !inClass) return `[^${SPACES}]`;
  if (c === 'A' && !inClass) return '(?<![\\s\\S])';
  if (c === 'z' && !inClass) return '(?![\\s\\S])';
  if (c === 'Z' && !inClass) return END_OF_TEXT;
  if (c === '-' && inClass) return '\\-';
  if (SAME_ESCAPES.test(c)) return `\\${c}`;
  // Any other letter means something of its own in PCRE; JavaScript's `u` flag refuses it.
  return /[A-Za-z]/.test(c) ? `\\${c}` : c;
}
