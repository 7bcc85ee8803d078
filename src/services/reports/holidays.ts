import { holidayDate } from '../../domain/holidays/calendar.js';
import type { Holiday } from '../../domain/holidays/holiday.js';
import type { MonthPublication } from '../../domain/report/facts.js';
import type { GreetedHoliday } from '../../domain/report/paragraph.js';

/** The shipped holidays and the city's own, by id; unknown ones are left out. */
export type FindHolidays = (ids: readonly string[]) => Promise<readonly Holiday[]>;

/**
 * The holidays that greetings of the month were for, each once. A day the calendar no longer knows is left out, and a
 * memorial day, on which nobody is greeted; its publication is still counted.
 *
 * @param year of the report
 */
export async function greetedHolidays(
  publications: readonly MonthPublication[],
  year: number,
  findHolidays: FindHolidays,
): Promise<GreetedHoliday[]> {
  const greetings = publications.filter(({ kind }) => kind === 'greeting');
  const ids = new Set(greetings.flatMap(({ holidayIds }) => holidayIds));
  const holidays = await findHolidays([...ids]);
  return holidays
    .filter(({ isMemorial }) => !isMemorial)
    .map((holiday) => {
      const { id, shortName, reportCase } = holiday;
      const day = holidayDate(holiday, year) ?? `${year}-00-00`;
      return { id, day, genitive: shortName.genitive, instrumental: shortName.instrumental, reportCase };
    });
}
