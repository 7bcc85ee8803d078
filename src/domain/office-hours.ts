import { addDays, localDay, localMoment, localTime, weekdayOf } from '../lib/city-time.js';

/** Hours of the city's clock between which the office registers: [opens, closes). */
const OFFICE_HOURS = { opens: 8, closes: 17 } as const;

/** Monday to Friday. Under martial law the holidays of Labour Code art. 73 are working days (Law 2136-IX). */
function isWorkingDay(day: string): boolean {
  return weekdayOf(day) <= 5;
}

/** The day itself when it is a working one, else the next that is. */
export function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1));
}

/** When the office registers what it received: the term of Law 393/96-ВР art. 20 runs from here. */
export interface Registration {
  readonly registeredAt: Date;
  /** Received outside office hours: registered at the next opening */
  readonly registeredLater: boolean;
}

/** At once within office hours, else at the opening of the next working day. */
export function registrationOf(receivedAt: Date, timeZone: string): Registration {
  const day = localDay(receivedAt, timeZone);
  const { hour } = localTime(receivedAt, timeZone);
  if (isWorkingDay(day) && hour >= OFFICE_HOURS.opens && hour < OFFICE_HOURS.closes) {
    return { registeredAt: receivedAt, registeredLater: false };
  }
  const openingDay = workingDayFrom(hour < OFFICE_HOURS.opens ? day : addDays(day, 1));
  return {
    registeredAt: localMoment(openingDay, { hour: OFFICE_HOURS.opens, minute: 0 }, timeZone),
    registeredLater: true,
  };
}
