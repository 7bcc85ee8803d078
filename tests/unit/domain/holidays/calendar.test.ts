import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holidayById,
  holidayDate,
  holidaysOf,
  holidaysOn,
  SHIPPED_HOLIDAYS,
} from '../../../../src/domain/holidays/calendar.js';
import { orthodoxEaster } from '../../../../src/domain/holidays/easter.js';
import { addDays, daysBetween, weekdayOf } from '../../../../src/lib/city-time.js';
import { EXPECTED_DATES, EXPECTED_YEARS } from './expected-dates.js';

const years = fc.integer({ min: 2015, max: 2040 });
const holidays = fc.constantFrom(...SHIPPED_HOLIDAYS);
const idsOn = (day: string) => holidaysOn(day).map(({ id }) => id);

describe('the shipped holidays', () => {
  it('are those of the table, each once', () => {
    expect(SHIPPED_HOLIDAYS.map(({ id }) => id).sort()).toEqual(EXPECTED_DATES.map(({ id }) => id).sort());
    expect(new Set(SHIPPED_HOLIDAYS.map(({ id }) => id)).size).toBe(SHIPPED_HOLIDAYS.length);
  });

  it.each(EXPECTED_DATES)('fall on their days: $id', ({ id, days }) => {
    const holiday = holidayById(id);
    const found = EXPECTED_YEARS.map((year) => holiday && (holidayDate(holiday, year)?.slice(5) ?? '-----'));
    expect(found).toEqual(days);
  });

  it('hold the five greetings of March 2021 on their dates', () => {
    const march = holidaysOf(2021).filter(({ date }) => date.startsWith('2021-03-'));
    const dateOf = Object.fromEntries(march.map(({ holiday, date }) => [holiday.id, date]));
    expect(dateOf).toMatchObject({
      women: '2021-03-08',
      dobrovolets: '2021-03-14',
      zhkg: '2021-03-21',
      water: '2021-03-22',
      sbu: '2021-03-25',
    });
  });

  it('stand on the dates of their time before the laws of 2022 and 2023', () => {
    expect(idsOn('2014-10-14')).toEqual([]);
    expect(idsOn('2015-10-14')).toEqual(['defenders-old']);
    expect(idsOn('2022-10-14')).toEqual(['defenders-old']);
    expect(idsOn('2023-10-14')).toEqual([]);
    expect(idsOn('2020-05-16')).toEqual(['europe-old', 'science']);
    expect(idsOn('2022-05-09')).toEqual(['victory-9-old']);
    expect(idsOn('2023-05-09')).toEqual(['europe']);
    expect(idsOn('2022-07-28')).toEqual(['statehood-old']);
    expect(idsOn('2023-07-28')).toEqual(['statehood-old']);
    expect(idsOn('2024-07-28')).toEqual([]);
    expect(idsOn('2016-12-25')).toEqual([]);
    expect(idsOn('2023-01-07')).toEqual(['christmas-jan-old']);
    expect(idsOn('2024-01-07')).toEqual([]);
    expect(idsOn('2022-11-09')).toEqual(['language-old', 'culture']);
  });

  it('share a day where the law says so', () => {
    expect(idsOn('2026-10-01')).toEqual(['defenders', 'cossacks', 'veteran']);
    // The first Sunday of October 2023.
    expect(idsOn('2023-10-01')).toEqual(['defenders', 'cossacks', 'veteran', 'teacher']);
  });

  it('are found in years that no table names', () => {
    expect(idsOn('2028-02-29')).toEqual([]);
    expect(idsOn('2028-04-16')).toEqual(['easter']);
    expect(idsOn('2031-03-16')).toEqual(['zhkg']);
    expect(idsOn('2040-11-24')).toEqual(['holodomor']);
    expect(idsOn('2038-10-31')).toEqual(['autotransport']);
  });

  it('never stand on a day outside of their rule and their years', () => {
    fc.assert(
      fc.property(holidays, years, (holiday, year) => {
        const { rule, validFrom = 0, validTo = 9_999 } = holiday;
        const date = holidayDate(holiday, year);
        expect(date !== undefined).toBe(validFrom <= year && year <= validTo);
        if (date === undefined) return;
        expect(addDays(date, 0)).toBe(date);
        expect(date.slice(0, 4)).toBe(String(year));
        expect(holidaysOn(date)).toContain(holiday);
        const [, month, day] = date.split('-').map(Number) as [number, number, number];
        if (rule.on === 'fixed') expect([month, day]).toEqual([rule.month, rule.day]);
        if (rule.on === 'nth')
          expect([month, weekdayOf(date), Math.ceil(day / 7)]).toEqual([rule.month, rule.weekday, rule.nth]);
        if (rule.on === 'last') {
          expect([month, weekdayOf(date)]).toEqual([rule.month, rule.weekday]);
          expect(addDays(date, 7).slice(5, 7)).not.toBe(date.slice(5, 7));
        }
        if (rule.on === 'easter') expect(daysBetween(orthodoxEaster(year), date)).toBe(rule.offsetDays);
      }),
    );
  });

  it('come by date', () => {
    fc.assert(
      fc.property(years, (year) => {
        const dates = holidaysOf(year).map(({ date }) => date);
        expect(dates).toEqual([...dates].sort());
      }),
    );
  });
});
