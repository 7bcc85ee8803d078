/** IANA zone of the city where none is given: daylight saving comes from tzdata, never a fixed offset. */
export const KYIV = 'Europe/Kyiv';

const MINUTE_MS = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function partsOf(date: Date, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
}

/** Calendar day of the moment in the zone, `YYYY-MM-DD`. */
export function localDay(date: Date, timeZone: string = KYIV): string {
  const { year = '', month, day } = partsOf(date, timeZone);
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/** Wall clock of the moment in the zone: hour 0–23, minute 0–59. */
export function localTime(date: Date, timeZone: string = KYIV): { hour: number; minute: number } {
  const { hour, minute } = partsOf(date, timeZone);
  return { hour: Number(hour), minute: Number(minute) };
}

/** Wall clock of the moment as `HH:MM`. */
export function localClock(date: Date, timeZone: string = KYIV): string {
  const { hour, minute } = partsOf(date, timeZone);
  return `${hour}:${minute}`;
}

/** Milliseconds by which the zone is ahead of UTC at that moment. */
function offsetMs(date: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(date, timeZone);
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return wall - Math.floor(date.getTime() / 1000) * 1000;
}

/**
 * The moment when the zone's clocks show that time of that day. A time that spring skips is taken as the same
 * distance after the change; of a time that autumn shows twice, the first.
 *
 * @param day `YYYY-MM-DD`
 */
export function localMoment(
  day: string,
  time: { readonly hour: number; readonly minute: number; readonly second?: number },
  timeZone: string = KYIV,
): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + (time.hour * 60 + time.minute) * MINUTE_MS;
  const wallMs = wall + (time.second ?? 0) * 1000;
  const before = offsetMs(new Date(wallMs - 24 * 60 * MINUTE_MS), timeZone);
  const after = offsetMs(new Date(wallMs + 24 * 60 * MINUTE_MS), timeZone);
  const early = new Date(wallMs - before);
  return offsetMs(early, timeZone) === before ? early : skippedOrLater(wallMs, before, after, timeZone);
}

function skippedOrLater(wallMs: number, before: number, after: number, timeZone: string): Date {
  const late = new Date(wallMs - after);
  return offsetMs(late, timeZone) === after ? late : new Date(wallMs - before);
}

/** 23:59:59 of the day in the zone: when a term that is counted in days ends. */
export function endOfLocalDay(day: string, timeZone: string = KYIV): Date {
  return localMoment(day, { hour: 23, minute: 59, second: 59 }, timeZone);
}

/** Whether the calendar has the day: JavaScript takes 30 February for a day of March. @param day `YYYY-MM-DD` */
export function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** ISO weekday of a calendar day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The calendar day `count` days later (earlier when negative). */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day of the month `count` months later, or that month's last day where it is shorter. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, lastDay));
  return first.toISOString().slice(0, 10);
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * 60 * MINUTE_MS),
  );
}
