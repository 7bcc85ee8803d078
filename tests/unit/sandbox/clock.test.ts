import { describe, expect, it } from 'vitest';
import { type ClockState, createSandboxClock } from '../../../src/sandbox/clock.js';

const REAL = new Date('2026-11-23T08:00:00Z');

async function aClock(saved?: ClockState) {
  const journal: string[] = [];
  const clock = await createSandboxClock({
    store: {
      load: async () => saved,
      save: async ({ offsetDays }) => void journal.push(`saved ${offsetDays}`),
    },
    real: () => REAL,
    onMove: async () => void journal.push('nudged'),
  });
  return { clock, journal };
}

describe('the calendar of the sandbox', () => {
  it('shows the real time until somebody moves it', async () => {
    const { clock } = await aClock();
    expect([clock.now(), clock.state()]).toEqual([REAL, { offsetDays: 0, moved: false }]);
  });

  it('moves by whole days, keeps where it is before it says so, and runs every nudge once', async () => {
    const { clock, journal } = await aClock();
    await clock.moveBy(15);
    await clock.moveBy(1);
    expect(clock.now()).toEqual(new Date('2026-12-09T08:00:00Z'));
    expect(journal).toEqual(['saved 15', 'nudged', 'saved 16', 'nudged']);
  });

  it('goes on where it was left before a restart', async () => {
    const { clock } = await aClock({ offsetDays: 15, moved: true });
    expect(clock.now()).toEqual(new Date('2026-12-08T08:00:00Z'));
  });

  it('comes back to today and remembers that it was moved', async () => {
    const { clock } = await aClock({ offsetDays: 15, moved: true });
    await clock.reset();
    expect([clock.now(), clock.state()]).toEqual([REAL, { offsetDays: 0, moved: true }]);
  });

  it.each([0.5, 4_000, Number.NaN])('refuses to move by %s days', async (days) => {
    const { clock } = await aClock();
    await expect(clock.moveBy(days)).rejects.toThrow(RangeError);
    expect(clock.now()).toEqual(REAL);
  });
});
