import type { Broadcast } from '../../domain/broadcast.js';
import { TOPICS, type Topic } from '../../domain/topic.js';
import { openingWords } from '../broadcasts/opening-words.js';

/** Items that a digest names; the rest are counted. */
const ITEMS_MAX = 8;

/** One broadcast as a digest shows it. */
export interface DigestItem {
  readonly title: string;
  /** Small safe markup */
  readonly text: string;
  readonly topics: readonly Topic[];
  /** Where it is read in full; undefined while the outside cannot reach us and it has no link of its own */
  readonly url: string | undefined;
}

/** What a digest says besides the items, in the resident's language. */
export interface DigestWords {
  /** «Ніжин, 23 листопада. Головне за день:» */
  readonly heading: string;
  readonly topic: (topic: Topic) => string;
  /** «ще 3 повідомлення на сайті» */
  readonly more: (count: number) => string;
}

/** The item that a digest makes of a broadcast. */
export function digestItem({ title, text, audience, link }: Broadcast, page: string | undefined): DigestItem {
  return { title, text, topics: audience.topics ?? [], url: page ?? link?.url };
}

/**
 * N2 of the dialogue: what the city said since the person's last digest, grouped by topic, in the small safe
 * markup. Items that go to everybody stand first.
 *
 * @param items at least one, oldest first
 */
export function digestText(items: readonly DigestItem[], words: DigestWords): string {
  const inOrder = [undefined, ...TOPICS].flatMap((topic) => items.filter((item) => groupOf(item) === topic));
  const shown = inOrder.slice(0, ITEMS_MAX);
  const groups = [undefined, ...TOPICS].flatMap((topic) => {
    const lines = shown.filter((item) => groupOf(item) === topic).map(itemLine);
    if (lines.length === 0) return [];
    return [[...(topic ? [`**${words.topic(topic)}**`] : []), ...lines].join('\n')];
  });
  const rest = inOrder.length - shown.length;
  return [words.heading, ...groups, ...(rest > 0 ? [words.more(rest)] : [])].join('\n\n');
}

/** An item of several topics stands under the first of them. */
function groupOf({ topics }: DigestItem): Topic | undefined {
  return TOPICS.find((topic) => topics.includes(topic));
}

/** The marks of a title are shown as they are: brackets would end the link, so they become parentheses. */
function itemLine({ title, text, url }: DigestItem): string {
  const label = title.replaceAll('[', '(').replaceAll(']', ')');
  return url === undefined ? `- ${openingWords({ title: label, text })}` : `- [${label}](${url})`;
}
