import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeldMailing, personHold } from '../../../src/domain/person-hold.js';
import { KYIV } from '../../../src/lib/city-time.js';

const START = new Date('2026-11-23T10:00:00Z').getTime();
const MINUTE_MS = 60_000;

/** Looks again whenever the rule says so, until the mailing may go. @returns minutes it waited */
function waitMinutes(person: Parameters<typeof personHold>[0], fromMs: number): number {
  let held: HeldMailing | undefined;
  let nowMs = fromMs;
  for (;;) {
    const now = new Date(nowMs);
    const hold = personHold(person, held, { city: now, real: now }, KYIV);
    if (!hold) return (nowMs - fromMs) / MINUTE_MS;
    expect(hold.againAt.getTime()).toBeGreaterThan(nowMs);
    held = hold;
    nowMs = hold.againAt.getTime();
  }
}

describe('a mailing to one person', () => {
  it('goes at once to somebody who does nothing else', () => {
    expect(waitMinutes({ formOpen: false, quietHours: undefined }, START)).toBe(0);
  });

  it('waits for an open form, 15 minutes at most', () => {
    expect(waitMinutes({ formOpen: true, quietHours: undefined }, START)).toBe(15);
  });

  it('waits for the end of the person’s own quiet hours', () => {
    expect(waitMinutes({ formOpen: false, quietHours: { from: '11:30', to: '14:00' } }, START)).toBe(120);
  });

  it('does not wait for a form as well when it has waited through quiet hours', () => {
    expect(waitMinutes({ formOpen: true, quietHours: { from: '11:30', to: '14:00' } }, START)).toBe(120);
  });

  it('never waits for ever, whatever the person has chosen', () => {
    const clock = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map(
        (minute) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      );
    const people = fc.record({ formOpen: fc.boolean(), quietHours: fc.record({ from: clock, to: clock }) });
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 500 * 24 * 60 }), (person, minutes) => {
        expect(waitMinutes(person, START + minutes * MINUTE_MS)).toBeLessThanOrEqual(24 * 60);
      }),
    );
  });
});
