import { groupBy } from '../../lib/group-by.js';
import { hashOf, keyOf } from './identity.js';
import type { FeedItem } from './reader.js';
import type { KnownItem } from './store.js';

/** What a feed says that it did not say before. */
export interface Comparison {
  readonly fresh: readonly FeedItem[];
  /** Seen before, but a crash came before they were in the register */
  readonly interrupted: readonly FeedItem[];
  readonly edited: readonly { readonly known: KnownItem; readonly item: FeedItem }[];
}

/**
 * Sorts the items of a document. An item with a new address and the guid of a known one is that one, moved – unless the
 * known one is in the document too, or several items share the guid: some feeds give all of them the same.
 *
 * @param items each once
 */
export function compare(items: readonly FeedItem[], known: readonly KnownItem[]): Comparison {
  const byKey = new Map(known.map((one) => [one.key, one]));
  const keys = new Set(items.map(keyOf));
  const guids = groupBy(items, ({ guid }) => guid);
  const moved = new Map(known.filter(({ key }) => !keys.has(key)).map((one) => [one.guid, one]));
  const fresh: FeedItem[] = [];
  const interrupted: FeedItem[] = [];
  const edited: { known: KnownItem; item: FeedItem }[] = [];
  for (const item of items) {
    const isAlone = item.guid !== undefined && guids.get(item.guid)?.length === 1;
    const earlier = byKey.get(keyOf(item)) ?? (isAlone ? moved.get(item.guid) : undefined);
    if (!earlier) fresh.push(item);
    else if (earlier.publicationId === undefined) interrupted.push(item);
    else if (hashOf(item) !== (earlier.change ?? earlier).hash) edited.push({ known: earlier, item });
  }
  return { fresh, interrupted, edited };
}
