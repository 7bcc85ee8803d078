import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDateOf } from '../../../src/domain/due-date.js';
import { registrationOf } from '../../../src/domain/office-hours.js';
import { KYIV, localClock, localDay, localMoment, weekdayOf } from '../../../src/lib/city-time.js';

const noonOf = (day: string) => localMoment(day, { hour: 12, minute: 0 });

describe('due date', () => {
  it.each([
    ['a month later', '2026-11-23', '2026-12-23'],
    ['the shorter month’s last day, moved off Saturday', '2026-01-31', '2026-03-02'],
    ['moved off Sunday', '2026-10-22', '2026-11-23'],
    ['a leap day', '2028-01-31', '2028-02-29'],
    ['across the new year', '2026-12-30', '2027-02-01'],
    ['across the spring change', '2026-03-16', '2026-04-16'],
    ['across the autumn change', '2026-10-05', '2026-11-05'],
  ])('is %s: registered %s, due %s', (_, registered, due) => {
    const day = localDay(dueDateOf(registrationOf(noonOf(registered), KYIV).registeredAt, KYIV));
    expect(day).toBe(due);
  });

  it('ends at 23:59:59 by the city’s clock', () => {
    expect(dueDateOf(noonOf('2026-11-23'), KYIV)).toEqual(new Date('2026-12-23T21:59:59Z'));
    expect(dueDateOf(noonOf('2026-06-01'), KYIV)).toEqual(new Date('2026-07-01T20:59:59Z'));
  });

  it('is counted from the registration, not from the receipt', () => {
    const saturdayNight = localMoment('2026-11-21', { hour: 22, minute: 14 });
    expect(localDay(dueDateOf(registrationOf(saturdayNight, KYIV).registeredAt, KYIV))).toBe('2026-12-23');
  });

  it('always falls on the end of a working day 28 to 33 days ahead', () => {
    const moments = fc.date({
      min: new Date('2015-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (registeredAt) => {
        const due = dueDateOf(registeredAt, KYIV);
        expect(weekdayOf(localDay(due))).toBeLessThanOrEqual(5);
        expect(localClock(due)).toBe('23:59');
        const days = (due.getTime() - registeredAt.getTime()) / 86_400_000;
        expect(days > 27.9 && days < 34.1).toBe(true);
      }),
    );
  });
});
