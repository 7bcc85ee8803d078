import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../src/services/outbox/budget.js';

describe('Budget', () => {
  it('starts empty: the first slot is one interval away', () => {
    expect(new Budget({ perSecond: 20, perAddressMs: 0 }, 1_000).nextSlotMs(1_000)).toBe(1_050);
  });

  it('never lets more than the rate plus one into any second, whatever is asked and when', () => {
    const asks = fc.array(
      fc.record({ waitMs: fc.integer({ min: 0, max: 400 }), cost: fc.integer({ min: 1, max: 10 }) }),
      {
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: 100 }), (sends, perSecond) => {
        const budget = new Budget({ perSecond, perAddressMs: 0 }, 0);
        let nowMs = 0;
        const slots: { atMs: number; cost: number }[] = [];
        for (const { waitMs, cost } of sends) {
          nowMs += waitMs;
          slots.push({ atMs: budget.take(cost, [], nowMs), cost });
        }
        for (const { atMs } of slots) {
          const within = slots.filter((slot) => slot.atMs >= atMs && slot.atMs < atMs + 1_000);
          const sent = within.slice(0, -1).reduce((sum, { cost }) => sum + cost, 0);
          expect(sent).toBeLessThanOrEqual(perSecond + 1e-6);
        }
      }),
    );
  });

  it('moves what was held up, and all that follows, later together', () => {
    const budget = new Budget({ perSecond: 10, perAddressMs: 1_000 }, 0);
    const slot = budget.take(1, ['anna'], 0);
    budget.postpone(250, ['anna']);
    expect(budget.nextSlotMs(0)).toBe(slot + 100 + 250);
    expect(budget.addressSlotMs('anna')).toBe(slot + 1_000 + 250);
  });

  it('keeps a second between two messages to one person and lets others pass', () => {
    const budget = new Budget({ perSecond: 1_000, perAddressMs: 1_000 }, 0);
    const slot = budget.take(1, ['anna'], 0);
    expect(budget.addressSlotMs('anna')).toBe(slot + 1_000);
    expect(budget.addressSlotMs('borys')).toBe(0);
  });
});
