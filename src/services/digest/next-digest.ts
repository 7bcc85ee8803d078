import { addDays, localDay, localMoment } from '../../lib/city-time.js';

/**
 * When the person's next digest is made up: the first moment after `now` at which the city's clock shows their
 * hour. Every day has exactly one, also those with a clock change.
 *
 * @param digestAt `HH:MM` by the city's clock
 */
export function nextDigestAt(now: Date, digestAt: string, timeZone: string): Date {
  const time = { hour: Number(digestAt.slice(0, 2)), minute: Number(digestAt.slice(3)) };
  const today = localDay(now, timeZone);
  const todays = localMoment(today, time, timeZone);
  return todays > now ? todays : localMoment(addDays(today, 1), time, timeZone);
}
