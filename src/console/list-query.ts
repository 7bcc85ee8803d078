import { z } from 'zod';
import { addDays, localMoment } from '../lib/city-time.js';

const MIDNIGHT = { hour: 0, minute: 0 };

/** A day in the address of a list; one that cannot be read is taken as not given. */
export const dayParam = z.iso.date().or(z.literal('')).catch('');

/** First moment of a day of the city; undefined for a day not given. */
export function startOfDay(day: string, timeZone: string): Date | undefined {
  return day === '' ? undefined : localMoment(day, MIDNIGHT, timeZone);
}

/** First moment after a day of the city, so that the day itself is included; undefined for a day not given. */
export function endOfDay(day: string, timeZone: string): Date | undefined {
  return day === '' ? undefined : localMoment(addDays(day, 1), MIDNIGHT, timeZone);
}

/** What stays in the address of a list when the page turns: what was given, without the page itself. */
export function keptQuery({
  cursor: _cursor,
  ...filter
}: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
