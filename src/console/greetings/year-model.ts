import { CALENDAR_YEARS } from '../../domain/holidays/calendar.js';
import { mourningDays } from '../../domain/holidays/mourning.js';
import type { CityHolidayDate } from '../../services/greetings/city-calendar.js';
import { type GreetingFacts, type HolidayRowModel, holidayRow } from './holiday-row.js';

const MONTHS = [
  'Січень',
  'Лютий',
  'Березень',
  'Квітень',
  'Травень',
  'Червень',
  'Липень',
  'Серпень',
  'Вересень',
  'Жовтень',
  'Листопад',
  'Грудень',
] as const;

/** Rows of «the next ones». */
const NEXT_MAX = 10;

export interface YearFacts extends GreetingFacts {
  readonly year: number;
  readonly dates: readonly CityHolidayDate[];
  /** Those of the next days that are kept */
  readonly coming: readonly CityHolidayDate[];
  readonly locals: readonly { readonly id: string; readonly name: { readonly nominative: string } }[];
}

export interface YearModel {
  readonly year: number;
  /** Undefined at the borders of the calendar */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly next: readonly HolidayRowModel[];
  readonly months: readonly { readonly name: string; readonly rows: readonly HolidayRowModel[] }[];
  readonly locals: readonly { readonly id: string; readonly name: string }[];
  readonly mournings: readonly { readonly from: string; readonly to: string; readonly text: string }[];
}

export function yearModel(facts: YearFacts): YearModel {
  const { year, dates } = facts;
  const rows = dates.map((entry) => holidayRow(entry, facts));
  return {
    year,
    before: year > CALENDAR_YEARS.first ? year - 1 : undefined,
    after: year < CALENDAR_YEARS.last ? year + 1 : undefined,
    next: facts.coming.slice(0, NEXT_MAX).map((entry) => holidayRow(entry, facts)),
    months: MONTHS.map((name, index) => ({
      name,
      rows: rows.filter(({ date }) => Number(date.slice(5, 7)) === index + 1),
    })),
    locals: facts.locals.map(({ id, name }) => ({ id, name: name.nominative })),
    mournings: facts.mournings.map((mourning) => ({
      from: mourning.from,
      to: mourning.to,
      text: `${mourningDays(mourning)} ${mourning.to.slice(0, 4)} року: ${mourning.reason}`,
    })),
  };
}
