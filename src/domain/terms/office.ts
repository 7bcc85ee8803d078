import { addDays, localDay, localMoment, localTime } from '../../lib/city-time.js';
import { calendarOn, isWorkingDay } from '../working-days.js';

/** A time of day by the city's clock. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** When the office that registers appeals works. */
export interface Office {
  readonly timeZone: string;
  /** What comes from `opens` up to, not including, `closes` is registered at once; also at lunch */
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
  /** Days that are worked, or are not, against the calendar: by `YYYY-MM-DD` */
  readonly overrides: ReadonlyMap<string, boolean>;
  /** The last day of martial law, `YYYY-MM-DD`; undefined while it lasts: then holidays are worked */
  readonly martialLawUntil?: string | undefined;
}

/** Whether the office works on the day: as staff say, else by the calendar in force on it. */
export function isOfficeDay({ overrides, martialLawUntil }: Office, day: string): boolean {
  return overrides.get(day) ?? isWorkingDay(day, calendarOn(day, martialLawUntil));
}

/** The day itself when it is a working one, else the next that is. */
export function officeDayFrom(office: Office, day: string): string {
  let next = day;
  while (!isOfficeDay(office, next)) next = addDays(next, 1);
  return next;
}

/** The day itself when it is a working one, else the last before it that was. */
export function officeDayNotAfter(office: Office, day: string): string {
  let last = day;
  while (!isOfficeDay(office, last)) last = addDays(last, -1);
  return last;
}

/** The working day that comes `count` working days after a day; the day itself is not counted. */
export function officeDayAfter(office: Office, day: string, count: number): string {
  let last = day;
  for (let left = count; left > 0; left -= 1) last = officeDayFrom(office, addDays(last, 1));
  return last;
}

/** Working days after the first day up to and with the last one; none when the last is past. */
export function officeDaysUntil(office: Office, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOfficeDay(office, day)) count += 1;
  return count;
}

/** When the office registers what it received: terms run from here. */
export interface Registration {
  readonly registeredAt: Date;
  /** Received outside office hours: registered at the next opening */
  readonly registeredLater: boolean;
}

/** At once within office hours, else at the opening of the next working day. */
export function registrationOf(receivedAt: Date, office: Office): Registration {
  const { opens, closes, timeZone } = office;
  const day = localDay(receivedAt, timeZone);
  const time = localTime(receivedAt, timeZone);
  const isEarly = minutesOf(time) < minutesOf(opens);
  if (isOfficeDay(office, day) && !isEarly && minutesOf(time) < minutesOf(closes))
    return { registeredAt: receivedAt, registeredLater: false };
  const openingDay = officeDayFrom(office, isEarly ? day : addDays(day, 1));
  return { registeredAt: localMoment(openingDay, opens, timeZone), registeredLater: true };
}

function minutesOf({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute;
}
