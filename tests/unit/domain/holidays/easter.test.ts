import { describe, expect, it } from 'vitest';
import { orthodoxEaster } from '../../../../src/domain/holidays/easter.js';
import { weekdayOf } from '../../../../src/lib/city-time.js';

describe('orthodoxEaster', () => {
  it.each([
    '2015-04-12',
    '2016-05-01',
    '2017-04-16',
    '2018-04-08',
    '2019-04-28',
    '2020-04-19',
    '2021-05-02',
    '2022-04-24',
    '2023-04-16',
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
    '2028-04-16',
    '2029-04-08',
    '2030-04-28',
  ])('is known: %s', (date) => {
    expect(orthodoxEaster(Number(date.slice(0, 4)))).toBe(date);
  });

  it('agrees with the tables of the paschal full moon', () => {
    const years = Array.from({ length: 200 }, (_, index) => 1900 + index);
    expect(years.map(orthodoxEaster)).toEqual(years.map(easterByFullMoon));
    expect(new Set(years.map((year) => weekdayOf(orthodoxEaster(year))))).toEqual(new Set([7]));
  });
});

/** Julian day and month of the paschal full moon by the golden number, 1–19. */
const FULL_MOONS =
  '04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-18 04-07 03-27 04-15 04-04 03-24 04-12 04-01 03-21 04-09 03-29 04-17'.split(
    ' ',
  );

/** Another way to the same day: the Sunday after the full moon of the table, by the number of the Julian day. */
function easterByFullMoon(year: number): string {
  const [month = 0, day = 0] = (FULL_MOONS[year % 19] ?? '').split('-').map(Number);
  const fullMoon = julianDayNumber(year, month, day);
  const sunday = fullMoon + 7 - ((fullMoon + 1) % 7);
  return new Date((sunday - 2_440_588) * 86_400_000).toISOString().slice(0, 10);
}

/** Number of a day of the Julian calendar; 2 440 588 is 1 January 1970. */
function julianDayNumber(year: number, month: number, day: number): number {
  const fromMarch = (month + 9) % 12;
  const y = month > 2 ? year : year - 1;
  return Math.floor((1461 * (y + 4712)) / 4) + Math.floor((306 * fromMarch + 5) / 10) + 60 + day - 1;
}
