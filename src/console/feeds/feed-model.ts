import type { Feed, FeedAlarmCode } from '../../domain/feed.js';
import type { TopicInfo } from '../../domain/topic.js';
import type { Trial } from '../../services/feeds/feeds.js';
import type { KnownItem } from '../../services/feeds/store.js';
import type { BadgeTone } from '../components/badge.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import type { CityDates } from '../words/dates.js';
import { FEED_MODE_WORDS, feedState } from '../words/feed-words.js';
import { topicWord } from '../words/topic-words.js';

/** A feed ready to print. */
export interface FeedModel {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly url: string;
  readonly state: { readonly text: string; readonly tone: BadgeTone };
  /** «Новина · Новини міста · Нове стає чернеткою» */
  readonly summary: string;
  readonly lastLook: string;
  readonly nextLook: string;
  /** What keeps it from working */
  readonly concern: string | undefined;
  /** Items are held until a person says that they are the past */
  readonly isHolding: boolean;
  readonly isPaused: boolean;
}

const HOLDING: readonly FeedAlarmCode[] = ['past', 'flood', 'rewritten'];

export function feedModel(feed: Feed, topics: readonly TopicInfo[], dates: CityDates): FeedModel {
  const { id, name, url, alarm, failure, isPaused, lookedAt, nextLookAt } = feed;
  return {
    id,
    href: `/feeds/${id}`,
    name,
    url,
    state: feedState(feed),
    summary: [
      BROADCAST_KIND_WORDS[feed.kind],
      topicWord(topics, feed.topic),
      FEED_MODE_WORDS[feed.mode],
    ].join(' · '),
    lastLook: lookedAt ? dates.moment(lookedAt) : 'ще не було',
    nextLook: isPaused ? 'призупинено' : dates.moment(nextLookAt),
    concern: alarm?.reason ?? failure,
    isHolding: alarm !== undefined && HOLDING.includes(alarm.code),
    isPaused,
  };
}

/** An item that the source has changed: both versions. */
export interface ChangeModel {
  readonly id: string;
  readonly url: string | undefined;
  readonly publicationId: string | undefined;
  readonly when: string;
  readonly before: { readonly title: string; readonly text: string };
  readonly after: { readonly title: string; readonly text: string };
}

export function changeModels(items: readonly KnownItem[], dates: CityDates): readonly ChangeModel[] {
  return items.flatMap(({ id, url, publicationId, title, text, change }) =>
    change
      ? [{ id, url, publicationId, when: dates.moment(change.at), before: { title, text }, after: change }]
      : [],
  );
}

/** What a look at an address has shown. */
export interface TrialModel {
  readonly isFound: boolean;
  readonly sentence: string;
  readonly items: readonly {
    readonly title: string;
    readonly url: string | undefined;
    readonly when: string;
  }[];
}

/** Items of a trial that are shown: enough to recognise the site. */
const SHOWN = 10;

export function trialModel(trial: Trial, dates: CityDates): TrialModel {
  if (!trial.ok) return { isFound: false, sentence: trial.reason, items: [] };
  const { title, items } = trial.document;
  return {
    isFound: true,
    sentence: `${title === '' ? 'Стрічка без назви' : `«${title}»`}. Матеріалів: ${items.length}. Нічого не збережено.`,
    items: items.slice(0, SHOWN).map((item) => ({
      title: item.title,
      url: item.url,
      when: item.publishedAt ? dates.moment(item.publishedAt) : 'без дати',
    })),
  };
}
