import { holidayDate } from '../../domain/holidays/calendar.js';
import type { Holiday } from '../../domain/holidays/holiday.js';
import type { MonthPublication } from '../../domain/report/facts.js';
import type { GreetedHoliday } from '../../domain/report/paragraph.js';

/**
 * The holidays that greetings of the month were for, each once. A day the calendar no longer knows is left out; its
 * greeting is still counted.
 *
 * @param year of the report
 */
export function greetedHolidays(
  publications: readonly MonthPublication[],
  year: number,
  holidayOf: (id: string) => Holiday | undefined,
): GreetedHoliday[] {
  const greetings = publications.filter(({ kind }) => kind === 'greeting');
  const ids = new Set(greetings.flatMap(({ holidayIds }) => holidayIds));
  return [...ids].flatMap((id) => {
    const holiday = holidayOf(id);
    if (!holiday) return [];
    const { shortName, reportCase } = holiday;
    const day = holidayDate(holiday, year) ?? `${year}-00-00`;
    return [{ id, day, genitive: shortName.genitive, instrumental: shortName.instrumental, reportCase }];
  });
}
