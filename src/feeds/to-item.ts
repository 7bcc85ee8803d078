import { shortened } from '../lib/shortened.js';
import { TEXT_MAX, TITLE_MAX } from '../services/broadcasts/input.js';
import type { FeedItem } from '../services/feeds/reader.js';
import { parseFeedDate } from './dates.js';
import { resolveUrl } from './resolve-url.js';

/** What every format is read with. */
export interface Reading {
  /** Where the feed was found, after redirects */
  readonly url: string;
  /** The city's: of dates that name no zone */
  readonly timeZone: string;
}

/** What an item says of itself, read but not yet judged. */
export interface WrittenItem {
  readonly guid: string | undefined;
  /** First one that leads anywhere counts; relative to `base` */
  readonly links: readonly (string | undefined)[];
  readonly base: string;
  readonly title: string;
  readonly text: string;
  readonly dates: readonly (string | undefined)[];
  readonly pictures: FeedItem['pictures'];
}

/** Longest guid that tells anything apart. */
const GUID_MAX = 1_000;

/** An item within the limits of a publication; undefined for one that says nothing. */
export function toItem(written: WrittenItem, { timeZone }: Reading): FeedItem | undefined {
  const { links, base, dates, pictures } = written;
  const text = shortened(written.text, TEXT_MAX);
  const title = shortened(written.title || text.split('\n', 1)[0]?.replace(/^- /, '') || '', TITLE_MAX);
  if (title === '') return undefined;
  return {
    guid: written.guid?.trim().slice(0, GUID_MAX) || undefined,
    url: first(links, (link) => resolveUrl(link, base)),
    title,
    text,
    publishedAt: first(dates, (date) => parseFeedDate(date, timeZone)),
    pictures,
  };
}

function first<T>(
  texts: readonly (string | undefined)[],
  read: (text: string) => T | undefined,
): T | undefined {
  for (const text of texts) {
    const value = text === undefined ? undefined : read(text);
    if (value !== undefined) return value;
  }
  return undefined;
}
