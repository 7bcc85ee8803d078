import fc from 'fast-check';
import {
  APPEAL_CATEGORIES,
  APPEAL_DOORS,
  APPEAL_STATUSES,
  type AppealStatus,
  RATINGS,
} from '../../src/domain/appeal.js';
import { CHANNEL_IDS } from '../../src/domain/channel-id.js';
import { EVENT_KINDS, MEDIA_TYPES, PUBLICATION_KINDS } from '../../src/domain/publication.js';
import type {
  MonthAppeal,
  MonthFacts,
  MonthHandOver,
  MonthPublication,
} from '../../src/domain/report/facts.js';

/** First moment of the month whose facts these are, and the first one after it. */
export const RANDOM_MONTH = {
  month: '2021-10',
  from: new Date('2021-09-30T21:00:00Z'),
  until: new Date('2021-10-31T22:00:00Z'),
} as const;

const between = (min: Date, max: Date) => fc.date({ min, max, noInvalidDate: true });
const within = between(RANDOM_MONTH.from, new Date(RANDOM_MONTH.until.getTime() - 1));
const around = between(new Date('2021-09-01T00:00:00Z'), new Date('2021-12-31T00:00:00Z'));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const HOLIDAYS = ['teacher', 'lawyer', 'defenders-old', 'autotransport', 'liberation', 'nobody-knows'];
const ACTS = [
  ['council', 'draft'],
  ['council', 'adopted'],
  ['executive-committee', 'draft'],
  ['executive-committee', 'adopted'],
  ['mayor', 'order'],
] as const;

const event = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  departmentId: fc.constant(undefined),
  name: fc.constantFrom('Семінар', 'Нарада «Вода»'),
  nameLocative: maybe(fc.constantFrom('у семінарі', 'нараді «Вода»')),
  inReport: fc.boolean(),
  reportOrder: maybe(fc.integer({ min: 1, max: 9 })),
});

const publication = fc
  .record({
    kind: fc.constantFrom(...PUBLICATION_KINDS),
    act: fc.constantFrom(...ACTS),
    credit: maybe(fc.constantFrom('ДКП ТРК «Ніжинське телебачення»', 'студії «9»')),
    event: maybe(event),
    holidayIds: fc.uniqueArray(fc.constantFrom(...HOLIDAYS), { maxLength: 3 }),
    publishedAt: within,
    photoCount: fc.nat(2),
  })
  .map(({ kind, act: [issuer, stage], holidayIds, ...rest }) => ({
    ...rest,
    kind,
    title: kind,
    url: undefined,
    preparedBy: undefined,
    department: undefined,
    holidayIds: kind === 'greeting' ? holidayIds : [],
    act:
      kind === 'act'
        ? { issuer, stage, number: '1', date: '2021-10-05', discussionUntil: undefined }
        : undefined,
  }));

const handOver = fc.record({
  type: fc.constantFrom(...MEDIA_TYPES),
  outlet: fc.constantFrom('Вісті', 'Ніжинське телебачення'),
  at: within,
});

const appeal = fc.record({
  channel: fc.constantFrom(...CHANNEL_IDS),
  door: fc.constantFrom(...APPEAL_DOORS),
  category: fc.constantFrom(...APPEAL_CATEGORIES),
  departmentId: fc.constant('culture'),
  subject: fc.constantFrom('Яма', 'Зламана гілка дерева', 'Безпритульний собака', ''),
  receivedAt: within,
  dueAt: maybe(around),
  history: fc.array(
    fc.record({
      status: fc.constantFrom<AppealStatus>(...APPEAL_STATUSES),
      at: around,
      by: fc.constant('editor'),
    }),
    {
      maxLength: 5,
    },
  ),
  rating: maybe(fc.constantFrom(...RATINGS)),
});

/** A month with any number of everything. */
export const randomMonth: fc.Arbitrary<MonthFacts> = fc
  .record({
    publications: fc.array(publication, { maxLength: 60 }),
    handOvers: fc.array(handOver, { maxLength: 25 }),
    appeals: fc.array(appeal, { maxLength: 40 }),
    telegram: fc.nat(3_000),
    viber: fc.nat(3_000),
    broadcasts: fc.array(within, { maxLength: 25 }),
  })
  .map(({ publications, handOvers, appeals, telegram, viber, broadcasts }) => ({
    publications: publications.map((one, index): MonthPublication => ({ ...one, id: `p${index}` })),
    handOvers: handOvers.map(
      (one, index): MonthHandOver => ({
        ...one,
        publicationId: `h${index}`,
        title: one.type,
        url: undefined,
        preparedBy: undefined,
      }),
    ),
    appeals: appeals.map(
      (one, index): MonthAppeal => ({
        ...one,
        number: `Н-2021-${index}`,
        applicants: 1,
      }),
    ),
    subscriberCounts: { telegram, viber },
    broadcasts: broadcasts.map((startedAt, index) => ({ id: `b${index}`, title: 'Новина', startedAt })),
  }));
