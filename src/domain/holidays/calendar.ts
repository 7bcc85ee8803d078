import { APRIL_TO_JUNE } from './april-to-june.js';
import type { Holiday, HolidayDate } from './holiday.js';
import { JANUARY_TO_MARCH } from './january-to-march.js';
import { JULY_TO_SEPTEMBER } from './july-to-september.js';
import { OCTOBER_TO_DECEMBER } from './october-to-december.js';
import { toHoliday } from './record.js';
import { dateOfRule } from './rule.js';

/** Years the calendar is meant for; outside of them the shipped records say nothing true. */
export const CALENDAR_YEARS = { first: 2000, last: 2099 } as const;

/** Every holiday the service comes with, those that are kept no more included. */
export const SHIPPED_HOLIDAYS: readonly Holiday[] = [
  ...JANUARY_TO_MARCH,
  ...APRIL_TO_JUNE,
  ...JULY_TO_SEPTEMBER,
  ...OCTOBER_TO_DECEMBER,
].map(toHoliday);

const byId = new Map(SHIPPED_HOLIDAYS.map((holiday) => [holiday.id, holiday]));

/** A shipped holiday; undefined for an unknown id and for days of the city's own. */
export function holidayById(id: string): Holiday | undefined {
  return byId.get(id);
}

/** The day of the holiday in a year, `YYYY-MM-DD`; undefined when it is not kept then. */
export function holidayDate({ rule, validFrom, validTo }: Holiday, year: number): string | undefined {
  if (validFrom !== undefined && year < validFrom) return undefined;
  if (validTo !== undefined && year > validTo) return undefined;
  return dateOfRule(rule, year);
}

/**
 * The holidays of a year by date; those of one day in the order of the calendar.
 *
 * @param holidays the shipped ones, or the city's own choice
 */
export function holidaysOf(
  year: number,
  holidays: readonly Holiday[] = SHIPPED_HOLIDAYS,
): readonly HolidayDate[] {
  return holidays
    .flatMap((holiday) => {
      const date = holidayDate(holiday, year);
      return date === undefined ? [] : [{ holiday, date }];
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** The holidays of a day, `YYYY-MM-DD`. */
export function holidaysOn(day: string, holidays: readonly Holiday[] = SHIPPED_HOLIDAYS): readonly Holiday[] {
  return holidaysOf(Number(day.slice(0, 4)), holidays)
    .filter(({ date }) => date === day)
    .map(({ holiday }) => holiday);
}
