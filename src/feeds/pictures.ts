import { ALT_MAX } from '../services/broadcasts/input.js';
import type { FeedItem } from '../services/feeds/reader.js';
import { decodeEntities } from './entities.js';
import { attributeOf, htmlTokens } from './html-tokens.js';
import { resolveUrl } from './resolve-url.js';

/** A picture as an item names it. */
export interface WrittenPicture {
  /** Relative to the item's base */
  readonly url: string | undefined;
  readonly alt?: string | undefined;
}

/** Pictures of one item. */
const PICTURES_MAX = 10;
/** Smaller ones are counters, smileys and icons. */
const SIDE_MIN = 64;

/** Whether a media type is one of pictures. */
export function isPictureType(type: string | undefined): boolean {
  return /^image\/(?!svg)/i.test(type ?? '');
}

/**
 * The pictures that belong to an item: those that it names apart from its text, else the first one of its text.
 *
 * @param html its text; undefined when it has none
 */
export function picturesOf(
  named: readonly WrittenPicture[],
  html: string | undefined,
  base: string,
): FeedItem['pictures'] {
  const whole = wholeOnes(named, base);
  return whole.length > 0 ? whole : wholeOnes(pictureTags(html ?? ''), base).slice(0, 1);
}

/** With whole addresses, each once; without those that nobody may fetch. */
function wholeOnes(pictures: Iterable<WrittenPicture>, base: string): FeedItem['pictures'] {
  const found = new Map<string, string>();
  for (const { url, alt = '' } of pictures) {
    const address = resolveUrl(url ?? '', base);
    if (address?.startsWith('https:') && !found.has(address))
      found.set(address, alt.trim().slice(0, ALT_MAX));
    if (found.size === PICTURES_MAX) break;
  }
  return [...found].map(([url, alt]) => ({ url, alt }));
}

function* pictureTags(html: string): Generator<WrittenPicture> {
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'open' || token.name !== 'img') continue;
    const written = (name: string) => attributeOf(token.attributes, name);
    const sides = [written('width'), written('height')];
    if (sides.some((side) => side !== undefined && Number.parseInt(side, 10) < SIDE_MIN)) continue;
    yield { url: decodeEntities(written('src') ?? ''), alt: decodeEntities(written('alt') ?? '') };
  }
}
