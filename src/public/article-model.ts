import type { Broadcast, Link } from '../domain/broadcast.js';
import type { Picture } from '../domain/content.js';
import { atClock, legalDate } from '../domain/ukrainian-date.js';
import { localClock, localDay } from '../lib/city-time.js';
import type { SentBroadcast } from './parts.js';

/** A moment in words, and for programs. */
export interface ArticleMoment {
  /** «23 листопада 2026 року о 14:05» */
  readonly words: string;
  readonly iso: string;
}

/** A text that people read before it was corrected. */
export interface EarlierVersion {
  readonly text: string;
  readonly replacedAt: ArticleMoment;
}

/** What the permanent page of a broadcast shows. */
export interface ArticleModel {
  readonly title: string;
  /** «23 листопада 2026 року» */
  readonly date: string;
  /** `2026-11-23` */
  readonly isoDate: string;
  /** Set when it was recalled: then there is nothing else to read */
  readonly recalled: { readonly at: ArticleMoment; readonly reason: string | undefined } | undefined;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly links: readonly Link[];
  /** Newest first */
  readonly corrections: readonly ArticleMoment[];
  /** Newest first */
  readonly earlier: readonly EarlierVersion[];
}

/** A moment as public pages show it. */
export function articleMoment(at: Date, timeZone: string): ArticleMoment {
  const words = `${legalDate(localDay(at, timeZone))} ${atClock(localClock(at, timeZone))}`;
  return { words, iso: at.toISOString() };
}

/** The newest text with what it was before. */
export function articleModel({ broadcast, amendments }: SentBroadcast, timeZone: string): ArticleModel {
  const { title, pictures, link, buttons, startedAt, createdAt } = broadcast;
  const isoDate = localDay(startedAt ?? createdAt, timeZone);
  const moment = (at: Date) => articleMoment(at, timeZone);
  const recall = amendments.find(({ amends }) => amends?.action === 'recall');
  const corrections = amendments.filter(({ amends }) => amends?.action === 'correction');
  const versions = [broadcast, ...corrections];
  return {
    title,
    date: legalDate(isoDate),
    isoDate,
    recalled: recall && { at: moment(recall.createdAt), reason: recall.amends?.reason },
    text: (versions.at(-1) ?? broadcast).text,
    pictures,
    links: link === undefined ? buttons : [link, ...buttons],
    corrections: corrections.map(({ createdAt: at }) => moment(at)).reverse(),
    earlier: corrections
      .map((correction, index) => replaced(versions[index] ?? broadcast, correction))
      .reverse(),
  };

  function replaced({ text }: Broadcast, by: Broadcast): EarlierVersion {
    return { text, replacedAt: moment(by.createdAt) };
  }
}
