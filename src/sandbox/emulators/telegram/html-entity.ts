import { markupError } from './html-tag.js';
import { linkProblem } from './links.js';
import type { MessageEntity } from './message.js';

const SIMPLE: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  pre: 'pre',
};

/** An element whose text has been read. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * The entity an element stands for; undefined when it formats nothing, e.g. a link to an address
 * Telegram does not take, whose text stays plain.
 *
 * @see https://core.telegram.org/bots/api#messageentity
 * @throws {ApiError} 400 for an emoji or a time that cannot exist
 */
export function entityOf(element: HtmlElement): MessageEntity | undefined {
  const { tag, attributes, offset, length } = element;
  const simple = SIMPLE[tag];
  if (simple !== undefined) return { type: simple, offset, length };
  if (tag === 'a') return linkEntity(element);
  if (tag === 'blockquote') {
    return { type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', offset, length };
  }
  if (tag === 'tg-emoji') {
    return {
      type: 'custom_emoji',
      offset,
      length,
      custom_emoji_id: customEmojiId(attributes.get('emoji-id')),
    };
  }
  return timeEntity(element);
}

function linkEntity({ attributes, offset, length, text }: HtmlElement): MessageEntity | undefined {
  const url = attributes.get('href') || text;
  const mentioned = /^tg:\/\/user\?id=(\d+)$/.exec(url)?.[1];
  if (mentioned !== undefined) {
    const user = { id: Number(mentioned), is_bot: false, first_name: text };
    return { type: 'text_mention', offset, length, user };
  }
  if (linkProblem(url) !== undefined) return undefined;
  return { type: 'text_link', offset, length, url: /^\w+:/.test(url) ? url : `http://${url}` };
}

function timeEntity({ attributes, offset, length }: HtmlElement): MessageEntity {
  const unixTime = Number(attributes.get('unix'));
  if (!Number.isInteger(unixTime) || unixTime <= 0) throw markupError('Invalid date specified');
  const format = attributes.get('format') ?? '';
  if (!/^(r|w?[dD]?[tT]?)$/.test(format)) throw markupError('Invalid date format specified');
  return { type: 'date_time', offset, length, unix_time: unixTime, date_time_format: format };
}

function customEmojiId(value: string | undefined): string {
  const isInt64 = value !== undefined && /^-?\d{1,19}$/.test(value) && BigInt(value) <= 2n ** 63n - 1n;
  if (!isInt64 || BigInt(value) === 0n) throw markupError('Invalid custom emoji identifier specified');
  return value;
}
