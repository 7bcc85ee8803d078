import type { Topic } from '../../domain/topic.js';
import type { CurrentBroadcast } from '../broadcasts/newest.js';
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
  /** What has become of it since the digest was made up */
  readonly change?: 'corrected' | 'recalled' | undefined;
}

/** What a digest says besides the items, in the resident's language. */
export interface DigestWords {
  /** «Ніжин, 23 листопада. Головне за день:» */
  readonly heading: string;
  /** The city's topics by name, in their order */
  readonly topics: readonly { readonly id: Topic; readonly name: string }[];
  /** «Ще 3 повідомлення на сайті.» */
  readonly more: (count: number) => string;
  /** Stands after an item: «виправлено» */
  readonly corrected: string;
  /** Stands instead of an item: «Новину відкликано» */
  readonly recalled: string;
}

/**
 * The item that a digest makes of a broadcast.
 *
 * @param page the broadcast's permanent page
 * @param madeAt when the digest is, or was, made up
 */
export function digestItem(
  { title, text, audience, link, recalledAt, correctedAt }: CurrentBroadcast,
  page: string | undefined,
  madeAt: Date,
): DigestItem {
  const item = { title, text, topics: audience.topics ?? [] };
  if (recalledAt) return { ...item, url: page, change: 'recalled' };
  const change = correctedAt && correctedAt > madeAt ? 'corrected' : undefined;
  return { ...item, url: page ?? link?.url, change };
}

/**
 * N2 of the dialogue: what the city said since the person's last digest, grouped by topic, in the small safe
 * markup. Items that go to everybody stand first; one of several topics stands under the first of them. What has happened to an item does not move the others.
 *
 * @param items at least one, oldest first
 */
export function digestText(items: readonly DigestItem[], words: DigestWords): string {
  const groupOf = ({ topics }: DigestItem) => words.topics.find(({ id }) => topics.includes(id));
  const order = [undefined, ...words.topics];
  const inOrder = order.flatMap((topic) => items.filter((item) => groupOf(item) === topic));
  const shown = inOrder.slice(0, ITEMS_MAX);
  const groups = order.flatMap((topic) => {
    const lines = shown.filter((item) => groupOf(item) === topic).map((item) => itemLine(item, words));
    if (lines.length === 0) return [];
    return [[...(topic ? [`**${topic.name}**`] : []), ...lines].join('\n')];
  });
  const rest = inOrder.length - shown.length;
  return [words.heading, ...groups, ...(rest > 0 ? [words.more(rest)] : [])].join('\n\n');
}

/** Of a recalled item nothing is left, as in the chats of those who got it by itself. */
function itemLine({ title, text, url, change }: DigestItem, { corrected, recalled }: DigestWords): string {
  if (change === 'recalled') return url === undefined ? `- ${recalled}` : `- [${recalled}](${url})`;
  // The marks of a title are shown as they are: brackets would end the link, so they become parentheses.
  const label = title.replaceAll('[', '(').replaceAll(']', ')');
  const line = url === undefined ? openingWords({ title: label, text }) : `[${label}](${url})`;
  return change === 'corrected' ? `- ${line} (${corrected})` : `- ${line}`;
}
