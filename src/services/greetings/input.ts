import { z } from 'zod';
import { CALENDAR_YEARS } from '../../domain/holidays/calendar.js';
import { formsOfDay } from '../../domain/holidays/name-forms.js';
import { plainText } from '../plain-text.js';

const NAME_MAX = 150;
const name = plainText(NAME_MAX);

/** A day of the city's own, as staff enter it. */
export const localHolidayInput = z
  .strictObject({
    name: name.min(1),
    /** May be left out for «День …», «Міжнародний день …» and the like */
    genitive: name.optional(),
    instrumental: name.optional(),
    /** Its day, or its day in the year that is named here when it is kept every year */
    date: z.iso.date().refine(isInCalendar, `must be in ${CALENDAR_YEARS.first}–${CALENDAR_YEARS.last}`),
    everyYear: z.boolean(),
    isMemorial: z.boolean(),
  })
  .transform(({ genitive, instrumental, ...given }, context) => {
    const guessed = formsOfDay(given.name);
    const forms = {
      nominative: given.name,
      genitive: genitive || guessed?.genitive || '',
      instrumental: instrumental || guessed?.instrumental || '',
    };
    for (const path of ['genitive', 'instrumental'] as const)
      if (forms[path] === '')
        context.addIssue({ code: 'custom', path: [path], message: 'cannot be told from the name' });
    return { ...given, forms };
  });
export type LocalHolidayInput = z.output<typeof localHolidayInput>;

function isInCalendar(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last;
}
