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
