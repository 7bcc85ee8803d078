import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../src/services/outbox/budget.js';

const fullSpeed = () => 1;

describe('Budget', () => {
  it('starts empty: the first slot is where its holder says', () => {
    expect(new Budget(20, 1_050, fullSpeed).nextSlotMs(1, 1_000)).toBe(1_050);
  });

  it('never lets more than the rate into any second, whatever is asked and when', () => {
    const asks = fc.array(
      fc.record({ waitMs: fc.integer({ min: 0, max: 400 }), cost: fc.integer({ min: 1, max: 10 }) }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(asks, fc.integer({ min: 10, max: 100 }), (sends, perSecond) => {
        const slots = spend(new Budget(perSecond, 0, fullSpeed), sends);
        for (const { atMs } of slots) {
          const second = slots.filter((slot) => slot.atMs >= atMs && slot.atMs < atMs + 1_000);
          expect(second.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(perSecond);
        }
      }),
    );
  });

  it('has no bursts: single messages keep their distance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 100 }), (waits) => {
        const slots = spend(
          new Budget(28, 0, fullSpeed),
          waits.map((waitMs) => ({ waitMs, cost: 1 })),
        );
        for (const [i, { atMs }] of slots.entries())
          if (i > 0) expect(atMs - (slots[i - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(750 / 28);
      }),
    );
  });

  it('uses at least 99 % of the rate', () => {
    const budget = new Budget(28, 0, fullSpeed);
    let last = 0;
    for (let i = 0; i < 1_500; i += 1) last = budget.take(1, 0);
    expect(1_499 / (last / 1_000)).toBeGreaterThan(28 * 0.99);
  });

  it('makes up for time lost to a busy machine', () => {
    const budget = new Budget(28, 0, fullSpeed);
    let last = 0;
    for (let i = 0; i < 1_500; i += 1) {
      last = budget.take(1, last);
      budget.postpone(5, last);
      last += 5;
    }
    expect(1_499 / (last / 1_000)).toBeGreaterThan(28 * 0.98);
  });

  it('sends an album larger than the rate alone', () => {
    const budget = new Budget(5, 0, fullSpeed);
    expect(budget.take(1, 0)).toBe(0);
    expect(budget.take(10, 0)).toBe(1_000);
    expect(budget.nextSlotMs(1, 0)).toBeGreaterThanOrEqual(3_000);
  });

  it('moves what was held up, and all that follows, later together', () => {
    const budget = new Budget(10, 0, fullSpeed);
    budget.take(1, 0);
    const heldUp = budget.take(1, 0);
    const next = budget.nextSlotMs(1, 0);
    budget.postpone(250, heldUp);
    expect(budget.nextSlotMs(1, 0)).toBe(next + 250);
  });

  it('slows down to the share of the rate it is told', () => {
    const budget = new Budget(10, 0, () => 0.25);
    expect(budget.take(1, 0)).toBe(0);
    expect(budget.nextSlotMs(1, 0)).toBeGreaterThanOrEqual(400);
  });
});

function spend(budget: Budget, sends: readonly { readonly waitMs: number; readonly cost: number }[]) {
  let nowMs = 0;
  return sends.map(({ waitMs, cost }) => {
    nowMs += waitMs;
    return { atMs: budget.take(cost, nowMs), cost };
  });
}
