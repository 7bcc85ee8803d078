import { badRequest } from './api-error.js';
import { decodeReferences } from './html-references.js';

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);
const SPACE = /\s/;

/** An opening tag and where the text goes on after it. */
export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

/** A closing tag; its name may be left out (`</>`). */
export interface EndTag {
  readonly name: string;
  readonly end: number;
}

/** `can't parse entities: …`, the way the server reports every markup error. */
export function markupError(what: string): Error {
  return badRequest(`can't parse entities: ${what}`);
}

/** Bytes of UTF-8 before a position: the unit of the server's error messages. */
export function byteOffset(html: string, position: number): number {
  return Buffer.byteLength(html.slice(0, position));
}

/**
 * Reads the opening tag at `start`. Only the documented tags exist, in any letter case.
 *
 * @see https://core.telegram.org/bots/api#html-style
 * @throws {ApiError} 400 for an unknown or broken tag
 */
export function readStartTag(html: string, start: number): StartTag {
  const at = byteOffset(html, start);
  const nameEnd = endOf(html, start + 1, (character) => SPACE.test(character) || character === '>');
  if (nameEnd >= html.length) throw markupError(`Unclosed start tag at byte offset ${at}`);
  const name = html.slice(start + 1, nameEnd).toLowerCase();
  if (!TAGS.has(name)) throw markupError(`Unsupported start tag "${name}" at byte offset ${at}`);
  const attributes = new Map<string, string>();
  let position = skipSpace(html, nameEnd);
  while (html[position] !== '>') {
    const attribute = readAttribute(html, position, name, at);
    attributes.set(attribute.name, attribute.value);
    position = skipSpace(html, attribute.end);
  }
  return { name, attributes, end: position + 1 };
}

/** Reads the closing tag at `start`. @throws {ApiError} 400 when it has no `>` */
export function readEndTag(html: string, start: number): EndTag {
  const nameEnd = endOf(html, start + 2, (character) => SPACE.test(character) || character === '>');
  const end = skipSpace(html, nameEnd);
  if (html[end] !== '>') throw markupError(`Unclosed end tag at byte offset ${byteOffset(html, start)}`);
  return { name: html.slice(start + 2, nameEnd).toLowerCase(), end: end + 1 };
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

function readAttribute(html: string, start: number, tag: string, tagOffset: number): Attribute {
  const nameEnd = endOf(html, start, (character) => SPACE.test(character) || /[=>]/.test(character));
  const name = html.slice(start, nameEnd);
  if (name === '') throw markupError(`Empty attribute name in the tag "${tag}" at byte offset ${tagOffset}`);
  const equals = skipSpace(html, nameEnd);
  if (tag === 'blockquote' && name === 'expandable' && html[equals] !== '=') {
    if (equals >= html.length) throw markupError(`Unclosed start tag at byte offset ${tagOffset}`);
    return { name, value: '', end: equals };
  }
  if (html[equals] !== '=') {
    throw markupError(
      `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${tagOffset}`,
    );
  }
  const { value, end } = readValue(html, skipSpace(html, equals + 1));
  if (end >= html.length) throw markupError(`Unclosed start tag at byte offset ${tagOffset}`);
  return { name, value, end };
}

/** A value in quotes, or a bare word of letters, digits, dots and hyphens. */
function readValue(html: string, start: number): { value: string; end: number } {
  const quote = html[start];
  if (quote === '"' || quote === "'") {
    const close = endOf(html, start + 1, (character) => character === quote);
    return { value: decodeReferences(html.slice(start + 1, close)), end: close + 1 };
  }
  const end = endOf(html, start, (character) => !/[a-zA-Z0-9.-]/.test(character));
  const next = html[end];
  if (next !== undefined && next !== '>' && !SPACE.test(next)) {
    throw markupError(`Unexpected end of name token at byte offset ${byteOffset(html, start)}`);
  }
  return { value: html.slice(start, end).toLowerCase(), end };
}

function endOf(html: string, start: number, isEnd: (character: string) => boolean): number {
  let position = start;
  while (position < html.length && !isEnd(html.charAt(position))) position += 1;
  return position;
}

function skipSpace(html: string, start: number): number {
  return endOf(html, start, (character) => !SPACE.test(character));
}
