import { createHash } from 'node:crypto';
import { canonicalUrl } from '../../domain/canonical-url.js';
import type { FeedItem } from './reader.js';

/**
 * What tells the items of a feed apart: the canonical address, else the guid, else the words. Never the title alone:
 * «Відбулось засідання виконавчого комітету» comes every month, and guids of one page differ from host to host.
 */
export function keyOf({ url, guid, title, text }: FeedItem): string {
  const address = url === undefined ? undefined : canonicalUrl(url);
  if (address !== undefined) return digest('url', address);
  return guid === undefined ? digest('words', title, text) : digest('guid', guid);
}

/** Changes when the source changes the title or the text. */
export function hashOf({ title, text }: Pick<FeedItem, 'title' | 'text'>): string {
  return digest(title, text);
}

/** Each item of a document once: the same page under three hosts is one. */
export function distinct(items: readonly FeedItem[]): readonly FeedItem[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
