import { dayAndMonth, legalDate } from '../../domain/ukrainian-date.js';
import { daysBetween, localClock, localDay } from '../../lib/city-time.js';

/** Moments as the city's calendar and wall clock show them. */
export interface CityDates {
  /** «23 листопада 2026 року», where a law counts the days */
  fullDay(date: Date): string;
  /** «23 листопада» this year, «23 листопада 2025 року» in others */
  day(date: Date): string;
  /** «23 листопада, 14:35» */
  moment(date: Date): string;
  /** «14:35» */
  clock(date: Date): string;
  /** `2026-11-23` */
  isoDay(date: Date): string;
  /** Calendar days from today to the day of `date`: 0 today, −1 yesterday */
  daysUntil(date: Date): number;
}

/** @param now the city's clock: decides what «today» and «this year» are */
export function createCityDates(timeZone: string, now: () => Date): CityDates {
  const isoDay = (date: Date): string => localDay(date, timeZone);
  const clock = (date: Date): string => localClock(date, timeZone);
  const fullDay = (date: Date): string => legalDate(isoDay(date));
  const isThisYear = (date: Date): boolean => isoDay(date).slice(0, 4) === isoDay(now()).slice(0, 4);
  const day = (date: Date): string => (isThisYear(date) ? dayAndMonth(isoDay(date)) : fullDay(date));
  return {
    fullDay,
    day,
    moment: (date) => `${day(date)}, ${clock(date)}`,
    clock,
    isoDay,
    daysUntil: (date) => daysBetween(isoDay(now()), isoDay(date)),
  };
}
