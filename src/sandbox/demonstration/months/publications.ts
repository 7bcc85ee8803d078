import { canonicalUrl } from '../../../domain/canonical-url.js';
import type { Picture } from '../../../domain/content.js';
import type { MediaHandOver, PublicationEvent, PublicationKind } from '../../../domain/publication.js';
import { lastDayOf } from '../../../domain/report/month.js';
import type { Topic } from '../../../domain/topic.js';
import { localMoment } from '../../../lib/city-time.js';
import { NIZHYN_DEPARTMENTS } from '../../../services/appeals/nizhyn-departments.js';
import type { NewPublication } from '../../../services/publications/store.js';
import { handOversOf } from './hand-overs.js';
import type { MonthPlan } from './plan.js';
import { actTitle, at, EQUAL_TITLE, eventTitle, type PatternedKind, patternedTitle } from './titles.js';

export const SITE = 'https://nizhynrada.gov.ua';
const PREPARED_BY = ['Демо-редактор', 'Демо-кореспондентка', 'Демо-фотограф'] as const;
const VIDEO_CREDIT = 'ДКП ТРК «Ніжинське телебачення»';
/** Working hours, in which materials appear, in minutes of the day. */
const OPENS = 8 * 60 + 10;
const OPEN_MINUTES = 9 * 60;

const TOPICS: Readonly<Record<PublicationKind, Topic>> = {
  news: 'news',
  announcement: 'utilities',
  greeting: 'greetings',
  anons: 'events',
  act: 'acts',
  video: 'news',
  article: 'news',
  'event-report': 'events',
};

/** What tells one material from another; the rest follows from its kind. */
export type Draft = Pick<NewPublication, 'kind' | 'title' | 'publishedAt'> & {
  readonly slug: string;
} & Partial<
    Pick<
      NewPublication,
      'act' | 'event' | 'holidayIds' | 'handOvers' | 'credit' | 'photos' | 'preparedBy' | 'status'
    >
  >;

/** Everything the department published in a month. @param photo the picture that all its reports share */
export function publicationsOf(plan: MonthPlan, photo: Picture, timeZone: string): NewPublication[] {
  const days = Number(lastDayOf(plan.month).slice(8));
  const moment = (index: number, total: number) =>
    momentOf(
      plan.month,
      1 + Math.floor((index * days) / total),
      OPENS + ((index * 37) % OPEN_MINUTES),
      timeZone,
    );
  const handOvers = handOversOf(plan);
  const given = (kind: PublicationKind, index: number, publishedAt: Date): MediaHandOver[] =>
    (handOvers.get(`${kind}-${index}`) ?? []).map((one) => ({ ...one, at: publishedAt }));
  const patterned = Object.entries(plan.kinds).flatMap(([name, total]) => {
    const kind = name as PatternedKind; // the plan's keys are these kinds
    return range(total).map((index): Draft => {
      const publishedAt = moment(index, total);
      return {
        kind,
        title: patternedTitle(kind, index),
        slug: `${kind}-${index + 1}`,
        publishedAt,
        handOvers: given(kind, index, publishedAt),
        ...(kind === 'video' && { credit: VIDEO_CREDIT }),
      };
    });
  });
  const reports = range(plan.eventReports).map((index): Draft => {
    const publishedAt = moment(index, plan.eventReports);
    const title = reportTitle(plan, index);
    return {
      kind: 'event-report',
      title,
      slug: `podiya-${index + 1}`,
      publishedAt,
      photos: [{ sourceUrl: undefined, alt: title, status: 'kept', picture: { ...photo, alt: title } }],
      event: eventOf(plan, index, title),
      handOvers: given('event-report', index, publishedAt),
    };
  });
  const greetings = plan.greetings.map(({ holidayId, day, title }, index): Draft => {
    const publishedAt = momentOf(plan.month, day, 8 * 60, timeZone);
    return {
      kind: 'greeting',
      title,
      slug: `z-dnem-${holidayId}`,
      publishedAt,
      holidayIds: [holidayId],
      handOvers: given('greeting', index, publishedAt),
    };
  });
  return [...patterned, ...reports, ...greetings, ...actsOf(plan, moment)].map((draft, index) =>
    toPublication(plan.month, draft, index),
  );
}

/** A row of the register. @param index chooses who prepared it */
export function toPublication(month: string, { slug, ...draft }: Draft, index: number): NewPublication {
  const { publishedAt, kind } = draft;
  const url = `${SITE}/news/${month}/${slug}`;
  const madeAt = publishedAt ?? new Date(`${month}-15T09:00:00Z`);
  return {
    id: undefined,
    text: '',
    photos: [],
    handOvers: [],
    holidayIds: [],
    credit: undefined,
    act: undefined,
    event: undefined,
    preparedBy: at(PREPARED_BY, index),
    status: 'published',
    ...draft,
    url,
    canonicalUrl: canonicalUrl(url),
    topic: TOPICS[kind],
    sentIn: {},
    source: 'csv',
    feedId: undefined,
    createdAt: madeAt,
    updatedAt: madeAt,
  };
}

export function momentOf(month: string, day: number, minutes: number, timeZone: string): Date {
  const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
  return localMoment(`${month}-${String(day).padStart(2, '0')}`, time, timeZone);
}

function actsOf({ acts, month }: MonthPlan, moment: (index: number, total: number) => Date): Draft[] {
  const all = acts.flatMap(({ issuer, stage, count }) =>
    range(count).map((index) => ({ issuer, stage, index })),
  );
  return all.map(
    ({ issuer, stage, index }, place): Draft => ({
      kind: 'act',
      title: actTitle(place),
      slug: `akt-${issuer}-${stage}-${index + 1}`,
      publishedAt: moment(place, all.length),
      act: {
        issuer,
        stage,
        number: `${index + 1}${stage === 'order' ? '-р' : ''}/2021`,
        date: `${month}-${stage === 'draft' ? '28' : '10'}`,
        discussionUntil: undefined,
      },
    }),
  );
}

function reportTitle({ named, equalTitles }: MonthPlan, index: number): string {
  const special = named[index];
  if (special) return special.title;
  return index < named.length + equalTitles ? EQUAL_TITLE : eventTitle(index);
}

function eventOf({ named }: MonthPlan, index: number, title: string): PublicationEvent {
  const departmentId = at(NIZHYN_DEPARTMENTS, index).id;
  const special = named[index];
  if (!special) {
    return {
      kind: 'session',
      departmentId,
      name: title,
      nameLocative: undefined,
      inReport: false,
      reportOrder: undefined,
    };
  }
  const { kind, name, nameLocative } = special;
  return { kind, departmentId: undefined, name, nameLocative, inReport: true, reportOrder: index + 1 };
}

/** 0, 1, … count − 1 */
export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
