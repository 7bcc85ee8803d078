import { addDays, addMonths, localMoment } from '../../lib/city-time.js';

/** A month of the city's calendar, `YYYY-MM`. */
export type ReportMonth = string;

/** Whether the text names a month: `2021-03`, of the years 2000–2099. */
export function isReportMonth(text: string): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** Names of a month in the cases the report needs. */
export interface MonthWords {
  /** «за березень» */
  readonly accusative: string;
  /** «протягом березня» */
  readonly genitive: string;
  /** «у березні» */
  readonly locative: string;
  readonly year: number;
}

const MONTHS: readonly (readonly [accusative: string, genitive: string, locative: string])[] = [
  ['січень', 'січня', 'січні'],
  ['лютий', 'лютого', 'лютому'],
  ['березень', 'березня', 'березні'],
  ['квітень', 'квітня', 'квітні'],
  ['травень', 'травня', 'травні'],
  ['червень', 'червня', 'червні'],
  ['липень', 'липня', 'липні'],
  ['серпень', 'серпня', 'серпні'],
  ['вересень', 'вересня', 'вересні'],
  ['жовтень', 'жовтня', 'жовтні'],
  ['листопад', 'листопада', 'листопаді'],
  ['грудень', 'грудня', 'грудні'],
];

/** The month's name in every case the report needs. */
export function monthWords(month: ReportMonth): MonthWords {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [accusative = '', genitive = '', locative = ''] = MONTHS[number - 1] ?? [];
  return { accusative, genitive, locative, year };
}

/** Moments of a month: from 00:00 of its first day up to, and without, 00:00 of the next month, by the city's clock. */
export interface MonthBounds {
  readonly from: Date;
  readonly until: Date;
}

/** @param timeZone the city's: both clock changes fall inside a month */
export function monthBounds(month: ReportMonth, timeZone: string): MonthBounds {
  const midnight = (day: string) => localMoment(day, { hour: 0, minute: 0 }, timeZone);
  return { from: midnight(`${month}-01`), until: midnight(firstDayAfter(month)) };
}

/** First calendar day of the next month, `YYYY-MM-DD`. */
export function firstDayAfter(month: ReportMonth): string {
  return addMonths(`${month}-01`, 1);
}

/** Last calendar day of the month, `YYYY-MM-DD`. */
export function lastDayOf(month: ReportMonth): string {
  return addDays(firstDayAfter(month), -1);
}

/** The month before: February of the leap year before March. */
export function monthBefore(month: ReportMonth): ReportMonth {
  return addMonths(`${month}-01`, -1).slice(0, 7);
}
