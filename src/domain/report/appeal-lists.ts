import { collectiveWords, RATINGS, type Rating } from '../appeal.js';
import { APPEAL_CHANNEL_WORDS } from '../appeal-channel.js';
import { APPEAL_OUTCOMES, outcomeAtMonthEnd } from './appeal-outcome.js';
import { APPEAL_TOPICS, OTHER_TOPIC, topicOf } from './appeal-topics.js';
import type { MonthAppeal } from './facts.js';
import type { KeyedRows, ReportRow } from './rows.js';

/** Topics named one by one; the rest are «інше». */
const TOPICS_NAMED = 5;

export const outcomeKey = (outcome: string) => `appeals.${outcome}`;
export const topicKey = (id: string) => `appeals.topic.${id}`;
export const ratingKey = (rating: Rating) => `ratings.${rating}`;

/** Lists of what residents wrote. @param until the first moment after the month */
export function appealLists(appeals: readonly MonthAppeal[], until: Date): KeyedRows[] {
  const rows = (some: readonly MonthAppeal[]) => some.map(appealRow);
  const official = appeals.filter(({ door }) => door !== 'anonymous');
  const ended = official.map((appeal) => ({ appeal, ...outcomeAtMonthEnd(appeal, until) }));
  const where = (test: (one: (typeof ended)[number]) => boolean) =>
    rows(ended.filter(test).map(({ appeal }) => appeal));
  const rated = appeals.filter(({ rating }) => rating !== undefined);
  return [
    ['appeals', rows(appeals)],
    ['appeals.official', rows(official)],
    ['appeals.anonymous', rows(appeals.filter(({ door }) => door === 'anonymous'))],
    ...APPEAL_OUTCOMES.map(
      (outcome): KeyedRows => [outcomeKey(outcome), where((one) => one.outcome === outcome)],
    ),
    ['appeals.considered', where(({ outcome }) => outcome !== 'open' && outcome !== 'withdrawn')],
    ['appeals.in-time', where(({ term }) => term === 'in-time')],
    ['appeals.late', where(({ term }) => term === 'late')],
    ...topicLists(appeals).map(([id, some]): KeyedRows => [topicKey(id), rows(some)]),
    ['ratings', rows(rated)],
    ...RATINGS.map(
      (rating): KeyedRows => [ratingKey(rating), rows(rated.filter((one) => one.rating === rating))],
    ),
  ];
}

/** The most frequent topics with their appeals, the rest together. */
function topicLists(appeals: readonly MonthAppeal[]): [id: string, appeals: readonly MonthAppeal[]][] {
  const named = APPEAL_TOPICS.map(({ id }): [string, MonthAppeal[]] => [
    id,
    appeals.filter((appeal) => topicOf(appeal) === id),
  ])
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, TOPICS_NAMED)
    .filter(([, some]) => some.length > 0);
  const ids = new Set(named.map(([id]) => id));
  return [...named, [OTHER_TOPIC, appeals.filter((appeal) => !ids.has(topicOf(appeal)))]];
}

function appealRow({ number, channel, subject, receivedAt, applicants }: MonthAppeal): ReportRow {
  const title = subject || 'Без тексту, лише вкладення';
  return {
    id: number,
    at: receivedAt.toISOString(),
    title,
    href: `/appeals/${encodeURIComponent(number)}`,
    preparedBy: null,
    note: [number, APPEAL_CHANNEL_WORDS[channel], collectiveWords(applicants)].filter(Boolean).join(' · '),
  };
}
