import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfLocalDay,
  KYIV,
  localClock,
  localDay,
  localMoment,
  localTime,
  weekdayOf,
} from '../../../src/lib/city-time.js';

const moments2015to2040 = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2040-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const midnight = (day: string, zone?: string) => localMoment(day, { hour: 0, minute: 0 }, zone);
const zones = fc.constantFrom(KYIV, 'America/New_York', 'Asia/Kathmandu', 'UTC');

describe('city time', () => {
  it('reads the day and the clock of a moment in the city', () => {
    const late = new Date('2026-11-21T22:30:00Z');
    expect(localDay(late)).toBe('2026-11-22');
    expect(localTime(late)).toEqual({ hour: 0, minute: 30 });
    expect(localClock(late)).toBe('00:30');
  });

  it.each([
    ['summer time begins', '2026-03-29', 23],
    ['summer time ends', '2026-10-25', 25],
    ['an ordinary day', '2026-11-23', 24],
  ])('knows the length of a day when %s', (_, day, hours) => {
    const lengthMs = midnight(addDays(day, 1)).getTime() - midnight(day).getTime();
    expect(lengthMs).toBe(hours * 3_600_000);
  });

  it('ends a day one second before the next begins, whatever the clocks do', () => {
    fc.assert(
      fc.property(moments2015to2040, zones, (moment, zone) => {
        const day = localDay(moment, zone);
        const next = midnight(addDays(day, 1), zone);
        expect(next.getTime() - endOfLocalDay(day, zone).getTime()).toBe(1000);
        expect(midnight(day, zone) <= moment && moment < next).toBe(true);
      }),
    );
  });

  it('finds the moment of a wall clock time again', () => {
    fc.assert(
      fc.property(moments2015to2040, zones, (moment, zone) => {
        const found = localMoment(localDay(moment, zone), localTime(moment, zone), zone);
        expect(localDay(found, zone)).toBe(localDay(moment, zone));
        expect(localClock(found, zone)).toBe(localClock(moment, zone));
      }),
    );
  });

  it('moves a time that spring skips past the change, and takes the first of a doubled one', () => {
    expect(localMoment('2026-03-29', { hour: 3, minute: 30 })).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(localMoment('2026-10-25', { hour: 3, minute: 30 })).toEqual(new Date('2026-10-25T00:30:00Z'));
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('adds calendar months: %s %i → %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  it('counts days and weekdays on the calendar alone', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(daysBetween('2026-11-23', '2026-12-23')).toBe(30);
    expect(daysBetween('2026-11-23', '2026-11-22')).toBe(-1);
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
  });
});
