import type { PublicationKind } from './publication.js';
import type { Topic } from './topic.js';

/** What becomes of a new item: a draft publication, a line of the daily digest, or a broadcast at once. */
export const FEED_MODES = ['draft', 'digest', 'send'] as const;
export type FeedMode = (typeof FEED_MODES)[number];

/** Kinds a feed may bring; an act needs what no feed says (issuer, stage, number). */
export const FEED_KINDS = [
  'news',
  'announcement',
  'greeting',
  'anons',
  'video',
  'article',
  'event-report',
] as const satisfies readonly PublicationKind[];
export type FeedKind = (typeof FEED_KINDS)[number];

/** Minutes between two looks. */
export const INTERVAL_MINUTES = { min: 5, max: 1_440, usual: 15 } as const;

/** Why a feed asks for a person; nothing of it is posted until then. */
export type FeedAlarmCode =
  | 'html' // a page for people came instead of a feed
  | 'empty' // there were items, now there are none
  | 'down' // no good answer for a day
  | 'past' // it brings its past again
  | 'flood' // more at once than a department writes
  | 'rewritten' // many texts changed at once
  | 'approver'; // whoever let it send may not any more

/** Raised by a look, taken back by a good one or by a person. */
export interface FeedAlarm {
  readonly code: FeedAlarmCode;
  /** Ukrainian sentence: what happened and what to do */
  readonly reason: string;
  readonly at: Date;
}

/** What staff decide about a feed. */
export interface FeedSettings {
  readonly name: string;
  readonly url: string;
  readonly kind: FeedKind;
  readonly topic: Topic;
  readonly mode: FeedMode;
  readonly intervalMinutes: number;
}

/** A site's list of news that the service looks at. */
export interface Feed extends FeedSettings {
  readonly id: string;
  readonly isPaused: boolean;
  /** Staff account that set the mode: what the feed sends, it sends with this person's approval */
  readonly approvedBy: string;
  readonly createdAt: Date;
  /** When the past was registered; undefined before the first items */
  readonly importedAt: Date | undefined;
  readonly lookedAt: Date | undefined;
  /** Last look that brought a feed, changed or not */
  readonly goodAt: Date | undefined;
  readonly nextLookAt: Date;
  /** Looks without a feed since the last good one */
  readonly failures: number;
  /** Ukrainian sentence about the last failure; undefined after a good look */
  readonly failure: string | undefined;
  readonly alarm: FeedAlarm | undefined;
  /** What the server said of the version we have: sent back so that it may answer 304 */
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}
