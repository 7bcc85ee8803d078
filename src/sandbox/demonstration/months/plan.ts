import type { ActIssuer, ActStage, MediaType } from '../../../domain/publication.js';
import type { PatternedKind } from './titles.js';

/** A month of the department's work, in numbers: what the data is made to be. */
export interface MonthPlan {
  /** `2021-03` */
  readonly month: string;
  readonly kinds: Readonly<Record<PatternedKind, number>>;
  /** Reports of events, each with a photo */
  readonly eventReports: number;
  /** Of them: how many share one title */
  readonly equalTitles: number;
  readonly acts: readonly { readonly issuer: ActIssuer; readonly stage: ActStage; readonly count: number }[];
  /** Holidays greeted, with the day of the month and the title */
  readonly greetings: readonly { readonly holidayId: string; readonly day: number; readonly title: string }[];
  readonly handOvers: Readonly<Record<MediaType, number>>;
  /** Events the report names, by the number of their report among the month's */
  readonly named: readonly NamedEventPlan[];
}

export interface NamedEventPlan {
  readonly kind: 'seminar' | 'encounter' | 'interview' | 'public-council';
  readonly name: string;
  readonly nameLocative: string | undefined;
  readonly title: string;
}

const acts = (counts: readonly [number, number, number, number, number]): MonthPlan['acts'] => [
  { issuer: 'council', stage: 'draft', count: counts[0] },
  { issuer: 'executive-committee', stage: 'draft', count: counts[1] },
  { issuer: 'executive-committee', stage: 'adopted', count: counts[2] },
  { issuer: 'council', stage: 'adopted', count: counts[3] },
  { issuer: 'mayor', stage: 'order', count: counts[4] },
];

/** The numbers and names of the department's own report; the parts of its numbers are the demonstration's. */
export const MARCH_2021: MonthPlan = {
  month: '2021-03',
  kinds: { news: 221, announcement: 72, anons: 41, video: 20, article: 18 },
  eventReports: 88,
  equalTitles: 44,
  acts: acts([84, 61, 52, 37, 25]),
  greetings: [
    { holidayId: 'women', day: 8, title: 'З Міжнародним жіночим днем!' },
    { holidayId: 'dobrovolets', day: 14, title: 'З Днем українського добровольця!' },
    {
      holidayId: 'zhkg',
      day: 21,
      title: 'Шановні працівники житлово-комунального господарства!',
    },
    { holidayId: 'water', day: 22, title: 'Всесвітній день водних ресурсів' },
    { holidayId: 'sbu', day: 25, title: 'З Днем Служби безпеки України!' },
  ],
  handOvers: { information: 46, article: 12, message: 31, announcement: 27, greeting: 5, anons: 19 },
  named: [
    {
      kind: 'seminar',
      name: 'Семінар «Комунікація та залучення громадян до прийняття рішень»',
      nameLocative: 'у семінарі «Комунікація та залучення громадян до прийняття рішень»',
      title: 'Говорили про залучення громадян до прийняття рішень',
    },
    {
      kind: 'encounter',
      name: 'Координаційна зустріч ІТ-компоненту програми Social Boost',
      nameLocative: 'в координаційній зустрічі ІТ-компоненту програми Social Boost',
      title: 'Узгодили наступні кроки програми Social Boost',
    },
    {
      kind: 'interview',
      name: 'Співбесіда з куратором Програми «ДОБРЕ»',
      nameLocative: 'співбесіді з куратором Програми «ДОБРЕ»',
      title: 'Обговорили участь громади в Програмі «ДОБРЕ»',
    },
    {
      kind: 'public-council',
      name: 'Засідання Громадської ради при виконавчому комітеті',
      nameLocative: undefined,
      title: 'Відбулося засідання Громадської ради',
    },
  ],
};

/** The month before, so that every number has something to be compared with. */
export const FEBRUARY_2021: MonthPlan = {
  month: '2021-02',
  kinds: { news: 214, announcement: 68, anons: 37, video: 17, article: 15 },
  eventReports: 79,
  equalTitles: 38,
  acts: acts([71, 58, 49, 33, 26]),
  greetings: [{ holidayId: 'mother-tongue', day: 21, title: 'Міжнародний день рідної мови' }],
  handOvers: { information: 41, article: 10, message: 28, announcement: 25, greeting: 1, anons: 17 },
  named: [],
};
