import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOf } from '#built/domain/terms/due.js';
import { isOfficeDay, registrationOf } from '#built/domain/terms/office.js';
import { CLOCKS, type Clock } from '#built/domain/terms/rules.js';
import { addDays, daysBetween, localDay, localMoment } from '#built/lib/city-time.js';
import { anOffice } from '../../../support/an-office.js';

const KYIV = anOffice();

/** Received, registered and due, by the city's clock. */
function worked(clock: Clock, received: string, office = KYIV): string {
  const receivedAt = at(received);
  const { registeredAt } = registrationOf(receivedAt, office);
  const due = dueOf(clock, registeredAt, office);
  return `${inCity(registeredAt)} → ${due ? inCity(due.dueAt) : 'no such term'}`;
}

function at(text: string): Date {
  const [day = '', time = ''] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return localMoment(day, { hour, minute }, KYIV.timeZone);
}

function inCity(date: Date): string {
  return date.toLocaleString('sv-SE', { timeZone: KYIV.timeZone });
}

describe('a term of the law', () => {
  it.each<[Clock, string, string]>([
    // A month of the calendar; what came on a day off is registered on the next working day
    ['appeal', '2026-01-31 12:00', '2026-02-02 08:00:00 → 2026-03-02 23:59:59'],
    ['appeal', '2026-11-23 10:00', '2026-11-23 10:00:00 → 2026-12-23 23:59:59'],
    ['appeal', '2026-11-21 22:14', '2026-11-23 08:00:00 → 2026-12-23 23:59:59'],
    // 31 January: February has no such day; the 28th is a Saturday
    ['appeal', '2025-01-31 09:00', '2025-01-31 09:00:00 → 2025-02-28 23:59:59'],
    ['appeal', '2024-01-31 09:00', '2024-01-31 09:00:00 → 2024-02-29 23:59:59'],
    ['appeal', '2026-01-30 09:00', '2026-01-30 09:00:00 → 2026-03-02 23:59:59'],
    // Before martial law 8 March 2021 was a day off, in 2024 it was worked
    ['appeal', '2021-02-08 09:00', '2021-02-08 09:00:00 → 2021-03-09 23:59:59'],
    ['appeal', '2024-02-08 09:00', '2024-02-08 09:00:00 → 2024-03-08 23:59:59'],
    ['appeal-simple', '2021-03-05 10:00', '2021-03-05 10:00:00 → 2021-03-22 23:59:59'],
    ['appeal-extended', '2021-03-01 10:00', '2021-03-01 10:00:00 → 2021-04-15 23:59:59'],
    ['return', '2026-11-23 10:00', '2026-11-23 10:00:00 → 2026-12-03 23:59:59'],
    ['forward', '2026-11-23 10:00', '2026-11-23 10:00:00 → 2026-11-30 23:59:59'],
    ['information', '2026-11-23 10:00', '2026-11-23 10:00:00 → 2026-11-30 23:59:59'],
    ['information', '2026-11-20 17:00', '2026-11-23 08:00:00 → 2026-11-30 23:59:59'],
    ['information-extended', '2026-11-23 10:00', '2026-11-23 10:00:00 → 2026-12-21 23:59:59'],
    // Hours are not days: they go on at night, and over both changes of the clock
    ['information-urgent', '2026-11-23 10:00', '2026-11-23 10:00:00 → 2026-11-25 10:00:00'],
    ['information-urgent', '2026-10-23 10:00', '2026-10-23 10:00:00 → 2026-10-25 09:00:00'],
    ['information-urgent', '2026-03-27 10:00', '2026-03-27 10:00:00 → 2026-03-29 11:00:00'],
    // The edges of the office's day
    ['appeal', '2026-11-23 07:59', '2026-11-23 08:00:00 → 2026-12-23 23:59:59'],
    ['appeal', '2026-11-23 16:59', '2026-11-23 16:59:00 → 2026-12-23 23:59:59'],
    ['appeal', '2026-11-23 17:00', '2026-11-24 08:00:00 → 2026-12-24 23:59:59'],
    // Worked out by hand. Peace: 1 May 2021 is a Saturday and Easter the next day, so Monday and Tuesday are off
    ['appeal-simple', '2021-04-16 09:00', '2021-04-16 09:00:00 → 2021-05-05 23:59:59'],
    // … and 9 May is a Sunday: 30 April, 5, 6, 7 and 11 May are counted
    ['information', '2021-04-29 09:00', '2021-04-29 09:00:00 → 2021-05-11 23:59:59'],
    // New Year and old Christmas are off: 31 December, 4, 5, 6 and 8 January are counted
    ['information', '2020-12-30 15:00', '2020-12-30 15:00:00 → 2021-01-08 23:59:59'],
    // 25 December 2021 is a Saturday, so Monday the 27th is off: for registration and for twenty working days
    ['appeal', '2021-12-24 18:00', '2021-12-28 08:00:00 → 2022-01-28 23:59:59'],
    ['information-extended', '2021-12-01 09:00', '2021-12-01 09:00:00 → 2021-12-30 23:59:59'],
    // Martial law begins on 24 February 2022: 8 March of that year is worked
    ['information', '2022-02-23 09:00', '2022-02-23 09:00:00 → 2022-03-02 23:59:59'],
    ['appeal', '2022-02-08 09:00', '2022-02-08 09:00:00 → 2022-03-08 23:59:59'],
    // 1 May and the Monday after Easter are worked in war
    ['information', '2024-04-29 09:00', '2024-04-29 09:00:00 → 2024-05-06 23:59:59'],
    ['information', '2026-12-31 10:00', '2026-12-31 10:00:00 → 2027-01-07 23:59:59'],
    // From 29 February, and from the last days of longer months to shorter ones
    ['appeal', '2024-02-29 09:00', '2024-02-29 09:00:00 → 2024-03-29 23:59:59'],
    ['appeal', '2028-01-31 09:00', '2028-01-31 09:00:00 → 2028-02-29 23:59:59'],
    ['appeal', '2025-03-31 09:00', '2025-03-31 09:00:00 → 2025-04-30 23:59:59'],
    ['appeal', '2025-10-31 09:00', '2025-10-31 09:00:00 → 2025-12-01 23:59:59'],
    // Over the New Year; the last day is a Sunday
    ['appeal-extended', '2026-11-23 10:00', '2026-11-23 10:00:00 → 2027-01-07 23:59:59'],
    ['return', '2026-12-17 10:00', '2026-12-17 10:00:00 → 2026-12-28 23:59:59'],
    ['forward', '2026-12-29 10:00', '2026-12-29 10:00:00 → 2027-01-04 23:59:59'],
    // Days end at midnight by the city's clock, whichever side of its change the term began on
    ['appeal', '2026-03-02 09:00', '2026-03-02 09:00:00 → 2026-04-02 23:59:59'],
    ['appeal', '2026-09-28 09:00', '2026-09-28 09:00:00 → 2026-10-28 23:59:59'],
    // At night it waits for the morning of the same day, before a weekend for Monday's
    ['appeal', '2026-11-23 03:10', '2026-11-23 08:00:00 → 2026-12-23 23:59:59'],
    ['appeal', '2026-11-27 23:59', '2026-11-30 08:00:00 → 2026-12-30 23:59:59'],
    // 48 hours over a weekend end in it; what came after hours begins on Monday
    ['information-urgent', '2026-11-27 16:30', '2026-11-27 16:30:00 → 2026-11-29 16:30:00'],
    ['information-urgent', '2026-11-27 17:30', '2026-11-30 08:00:00 → 2026-12-02 08:00:00'],
    // No law knew of requests for information then
    ['information', '2010-03-01 10:00', '2010-03-01 10:00:00 → no such term'],
  ])('%s received %s', (clock, received, expected) => {
    expect(worked(clock, received)).toBe(expected);
  });

  it('heeds what staff say of single days', () => {
    const overrides = new Map([
      ['2026-11-30', false],
      ['2026-11-28', true],
    ]);
    const office = { ...KYIV, overrides };
    expect(worked('information', '2026-11-23 10:00', office)).toMatch(/→ 2026-11-28/);
    expect(worked('forward', '2026-11-25 10:00', office)).toMatch(/→ 2026-12-01/);
    expect(worked('appeal', '2026-11-30 10:00', office)).toMatch(/^2026-12-01 08:00:00/);
  });

  it('knows holidays again once martial law is over', () => {
    // 24 August 2027 is a Tuesday: it is off, and so is a last day that falls on it
    const peace = { ...KYIV, martialLawUntil: '2027-06-30' };
    expect(worked('information', '2027-08-19 10:00')).toMatch(/→ 2027-08-26/);
    expect(worked('information', '2027-08-19 10:00', peace)).toMatch(/→ 2027-08-27/);
    expect(worked('forward', '2027-08-19 10:00')).toMatch(/→ 2027-08-24/);
    expect(worked('forward', '2027-08-19 10:00', peace)).toMatch(/→ 2027-08-25/);
    expect(worked('appeal', '2027-08-24 10:00', peace)).toMatch(/^2027-08-25 08:00:00/);
    // The 28th of June is still within it
    expect(worked('appeal', '2027-06-28 10:00', peace)).toMatch(/^2027-06-28 10:00:00/);
  });

  const moments = fc.date({
    min: new Date('2012-01-01T00:00:00Z'),
    max: new Date('2035-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  it('ends on a working day, within the law’s days and the longest run of days off', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOCKS), moments, (clock, receivedAt) => {
        const { registeredAt } = registrationOf(receivedAt, KYIV);
        const due = dueOf(clock, registeredAt, KYIV);
        if (!due || due.rule.length.unit === 'hours') return;
        const lastDay = localDay(due.dueAt, KYIV.timeZone);
        expect(isOfficeDay(KYIV, lastDay)).toBe(true);
        expect(due.dueAt.getTime()).toBeGreaterThan(registeredAt.getTime());
        const moved = daysBetween(due.countedTo, lastDay);
        expect(moved).toBeGreaterThanOrEqual(0);
        for (let day = due.countedTo; day < lastDay; day = addDays(day, 1))
          expect(isOfficeDay(KYIV, day)).toBe(false);
      }),
    );
  });

  it('registers in office hours only, never before the receipt', () => {
    fc.assert(
      fc.property(moments, (receivedAt) => {
        const { registeredAt, registeredLater } = registrationOf(receivedAt, KYIV);
        expect(registeredAt.getTime()).toBeGreaterThanOrEqual(receivedAt.getTime());
        expect(registeredLater).toBe(registeredAt.getTime() !== receivedAt.getTime());
        expect(isOfficeDay(KYIV, localDay(registeredAt, KYIV.timeZone))).toBe(true);
        const hour = Number(inCity(registeredAt).slice(11, 13));
        expect(hour).toBeGreaterThanOrEqual(8);
        expect(hour).toBeLessThan(17);
      }),
    );
  });

  it('never ends earlier for what came later', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOCKS),
        moments,
        fc.integer({ min: 0, max: 40 * 24 }),
        (clock, a, hours) => {
          const b = new Date(a.getTime() + hours * 3_600_000);
          const [first, second] = [a, b].map((moment) =>
            dueOf(clock, registrationOf(moment, KYIV).registeredAt, KYIV),
          );
          if (first && second) expect(second.dueAt.getTime()).toBeGreaterThanOrEqual(first.dueAt.getTime());
        },
      ),
    );
  });
});
