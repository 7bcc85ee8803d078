import type { Broadcast } from '../domain/broadcast.js';
import type { Topic, TopicInfo } from '../domain/topic.js';
import { legalDate } from '../domain/ukrainian-date.js';
import { localDay } from '../lib/city-time.js';
import type { Page } from '../lib/page.js';

/** One broadcast in the list of everything sent. */
export interface ArchiveItem {
  readonly href: string;
  readonly title: string;
  /** «23 листопада 2026 року» */
  readonly date: string;
  /** `2026-11-23` */
  readonly isoDate: string;
  /** Names of its topics; none: it went to everybody */
  readonly topics: readonly string[];
  readonly text: string;
}

/** The page of everything sent. */
export interface ArchiveModel {
  readonly councilNameGenitive: string;
  /** Every topic that people can choose, and whether the page shows it alone */
  readonly topics: readonly { readonly id: Topic; readonly name: string; readonly isChosen: boolean }[];
  readonly chosen: TopicInfo | undefined;
  readonly items: readonly ArchiveItem[];
  /** Address of older ones; undefined on the last page */
  readonly olderHref: string | undefined;
  readonly isFirstPage: boolean;
  readonly feedHref: string;
}

/** What the archive shows, and what of it is asked for. */
export interface ArchiveView {
  readonly councilNameGenitive: string;
  readonly topics: readonly TopicInfo[];
  readonly chosen: TopicInfo | undefined;
  readonly cursor: string | undefined;
  readonly page: Page<Broadcast>;
  readonly timeZone: string;
}

export function archiveModel(view: ArchiveView): ArchiveModel {
  const { councilNameGenitive, topics, chosen, cursor, page, timeZone } = view;
  return {
    councilNameGenitive,
    topics: topics
      .filter(({ isHidden }) => !isHidden)
      .map(({ id, names }) => ({ id, name: names.uk, isChosen: id === chosen?.id })),
    chosen,
    items: page.items.map((broadcast) => archiveItem(broadcast, topics, timeZone)),
    olderHref: page.nextCursor === null ? undefined : archiveHref(chosen, page.nextCursor),
    isFirstPage: cursor === undefined,
    feedHref: feedHref(chosen),
  };
}

/** Address of the feed of one topic, or of everything. */
export function feedHref(chosen: Pick<TopicInfo, 'id'> | undefined): string {
  return chosen ? `/n/feed.xml?topic=${chosen.id}` : '/n/feed.xml';
}

/** Names of the topics a broadcast is for, as residents read them. */
export function topicNames({ audience }: Broadcast, topics: readonly TopicInfo[]): string[] {
  const ids = audience.topics ?? [];
  return topics.filter(({ id }) => ids.includes(id)).map(({ names }) => names.uk);
}

function archiveItem(broadcast: Broadcast, topics: readonly TopicInfo[], timeZone: string): ArchiveItem {
  const { id, title, text, startedAt, createdAt } = broadcast;
  const isoDate = localDay(startedAt ?? createdAt, timeZone);
  return {
    href: `/n/${id}`,
    title,
    date: legalDate(isoDate),
    isoDate,
    topics: topicNames(broadcast, topics),
    text,
  };
}

function archiveHref(chosen: TopicInfo | undefined, cursor: string): string {
  const query = new URLSearchParams({ ...(chosen ? { topic: chosen.id } : {}), cursor });
  return `/n?${query}`;
}
