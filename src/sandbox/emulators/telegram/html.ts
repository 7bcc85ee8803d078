import { entityOf } from './html-entity.js';
import { readCharacterReference } from './html-references.js';
import { byteOffset, markupError, readEndTag, readStartTag, type StartTag } from './html-tag.js';
import type { MessageEntity } from './message.js';

/** A text and its formatting. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

interface OpenElement {
  readonly tag: StartTag;
  readonly offset: number;
}

/**
 * Turns Telegram's HTML into text and entities, refusing what the server refuses and in its words.
 * Offsets count UTF-16 units of the text without tags.
 *
 * @see https://core.telegram.org/bots/api#html-style
 * @see https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp parse_html
 * @throws {ApiError} 400 `can't parse entities: …`
 */
export function parseHtml(html: string): FormattedText {
  const entities: MessageEntity[] = [];
  const open: OpenElement[] = [];
  let text = '';
  let position = 0;
  while (position < html.length) {
    const character = html.charAt(position);
    if (character === '<' && html[position + 1] === '/') {
      position = closeElement(html, position, text, open, entities);
    } else if (character === '<') {
      const tag = readStartTag(html, position);
      requireSpoilerClass(tag, html, position);
      open.push({ tag, offset: text.length });
      position = tag.end;
    } else {
      const reference = character === '&' ? readCharacterReference(html, position) : undefined;
      text += reference?.text ?? character;
      position = reference?.end ?? position + 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw markupError(`Can't find end tag corresponding to start tag "${unclosed.tag.name}"`);
  }
  return { text, entities: settle(entities) };
}

function requireSpoilerClass(tag: StartTag, html: string, position: number): void {
  if (tag.name !== 'span' || tag.attributes.get('class') === 'tg-spoiler') return;
  throw markupError(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(html, position)}`);
}

/** Takes the innermost open element off and adds its entity. @returns where reading goes on */
function closeElement(
  html: string,
  position: number,
  text: string,
  open: OpenElement[],
  entities: MessageEntity[],
): number {
  const element = open.pop();
  const at = byteOffset(html, position);
  if (element === undefined) throw markupError(`Unexpected end tag at byte offset ${at}`);
  const endTag = readEndTag(html, position);
  const { name, attributes } = element.tag;
  if (endTag.name !== '' && endTag.name !== name) {
    throw markupError(
      `Unmatched end tag at byte offset ${at}, expected "</${name}>", found "</${endTag.name}>"`,
    );
  }
  const length = text.length - element.offset;
  if (length > 0) {
    const inner = text.slice(element.offset);
    addEntity(entities, { tag: name, attributes, offset: element.offset, length, text: inner });
  }
  return endTag.end;
}

/** `<pre><code class="language-x">` is one entity: the block with its language. */
function addEntity(entities: MessageEntity[], element: Parameters<typeof entityOf>[0]): void {
  const { tag, attributes, offset, length } = element;
  const last = entities.at(-1);
  const wraps = last?.offset === offset && last.length === length;
  if (tag === 'pre' && wraps && last.type === 'code' && last.language !== undefined) {
    entities[entities.length - 1] = { ...last, type: 'pre' };
    return;
  }
  const entity = entityOf(element);
  if (entity === undefined) return;
  const language = tag === 'code' ? /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1] : undefined;
  entities.push(language === undefined ? entity : { ...entity, language });
}

/** Sorted by place; code keeps no language, holds no other formatting, and quotes do not nest. */
function settle(entities: readonly MessageEntity[]): readonly MessageEntity[] {
  const isCode = ({ type }: MessageEntity) => type === 'code' || type === 'pre';
  const isQuote = ({ type }: MessageEntity) => type.endsWith('blockquote');
  const kept = entities.filter(
    (inner) =>
      !entities.some(
        (outer) =>
          outer !== inner &&
          contains(outer, inner) &&
          ((isCode(outer) && !isQuote(inner)) || (isQuote(outer) && isQuote(inner))),
      ),
  );
  return kept
    .map((entity) => {
      if (entity.type !== 'code') return entity;
      const { language: _language, ...code } = entity;
      return code;
    })
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function contains(outer: MessageEntity, inner: MessageEntity): boolean {
  return outer.offset <= inner.offset && outer.offset + outer.length >= inner.offset + inner.length;
}
