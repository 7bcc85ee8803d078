import { localClock, localDay, localMoment } from '../../lib/city-time.js';

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * A moment as `<input type="datetime-local">` gives it, by the city's clock whatever the browser's zone is.
 *
 * @returns ISO time in UTC; the text itself when it is no such moment, for the schema to refuse
 */
export function fromWallClock(text: string, timeZone: string): string {
  const [, day, hour, minute] = WALL_CLOCK.exec(text) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return text;
  return localMoment(day, { hour: Number(hour), minute: Number(minute) }, timeZone).toISOString();
}

/** The same way back: `2026-11-24T10:00`. */
export function toWallClock(date: Date, timeZone: string): string {
  return `${localDay(date, timeZone)}T${localClock(date, timeZone)}`;
}
