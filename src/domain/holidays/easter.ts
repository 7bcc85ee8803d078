import { addDays } from '../../lib/city-time.js';

/**
 * Sunday of the Orthodox Easter in the calendar of today: the Julian paschal rule of Meeus, moved by the days by
 * which the Julian calendar is behind in that century (13 from 1900 to 2099).
 *
 * @see Jean Meeus, Astronomical Algorithms, chapter 8
 * @returns `YYYY-MM-DD`
 */
export function orthodoxEaster(year: number): string {
  const goldenMonth = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - goldenMonth + 34) % 7;
  const days = goldenMonth + toSunday + 114;
  const julian = `${year}-${twoDigits(Math.floor(days / 31))}-${twoDigits((days % 31) + 1)}`;
  return addDays(julian, julianLagDays(year));
}

/** After February of a year: how many days the Julian calendar is behind the Gregorian one. */
function julianLagDays(year: number): number {
  return Math.floor(year / 100) - Math.floor(year / 400) - 2;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
