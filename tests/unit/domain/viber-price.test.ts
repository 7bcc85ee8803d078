import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  billingMonth,
  type Charges,
  chargesOf,
  costOf,
  forecastPrice,
  freeLeft,
  isPriced,
  NO_CHARGES,
  type PriceTerms,
  roomLeft,
} from '../../../src/domain/viber-price.js';

const TERMS: PriceTerms = {
  pricePerMessage: 0.0196,
  freePerMonth: 10_000,
  monthlyBudget: 50,
  onlyImportant: false,
};
const ORDINARY = { alert: false, important: false };
const count = fc.nat({ max: 50_000 });
const terms = fc.record({
  pricePerMessage: fc.integer({ min: 0, max: 100_000 }).map((units) => units / 10_000),
  freePerMonth: fc.nat({ max: 20_000 }),
  monthlyBudget: fc.option(fc.nat({ max: 10_000_000 }).map((cents) => cents / 100)),
  onlyImportant: fc.boolean(),
});
const used: fc.Arbitrary<Charges> = fc.record({ inSession: count, free: count, paid: count });
const people = fc.record({ inSession: count, outsideSession: count });

describe('the price of Viber', () => {
  it('is looked at only once a price or a quota is set', () => {
    expect(isPriced({ ...TERMS, pricePerMessage: 0, freePerMonth: 0 })).toBe(false);
    expect(isPriced({ ...TERMS, pricePerMessage: 0 })).toBe(true);
    expect(isPriced({ ...TERMS, freePerMonth: 0 })).toBe(true);
  });

  it('goes by calendar months of UTC, not of the city', () => {
    // 1 December, 01:59 in Kyiv.
    expect(billingMonth(new Date('2026-11-30T23:59:59Z'))).toBe('2026-11');
    expect(billingMonth(new Date('2026-12-01T00:00:00Z'))).toBe('2026-12');
  });

  it.each([
    [0, { inSession: 2, free: 0, paid: 0 }],
    [1, { inSession: 2, free: 0, paid: 0 }],
    [2, { inSession: 2, free: 0, paid: 0 }],
    [3, { inSession: 0, free: 2, paid: 0 }],
    [4, { inSession: 0, free: 2, paid: 0 }],
    [5, { inSession: 0, free: 0, paid: 2 }],
  ])('reads billing_status %i', (status, charges) => {
    expect(chargesOf(status, 2)).toEqual(charges);
  });

  it('adds up without the errors of binary fractions', () => {
    expect(costOf({ ...TERMS, pricePerMessage: 0.0196 }, 1_000_000)).toBe(19_600);
    expect(costOf({ ...TERMS, pricePerMessage: 0.0115 }, 3)).toBe(0.03);
    const tight = { ...TERMS, pricePerMessage: 0.1, freePerMonth: 0, monthlyBudget: 0.3 };
    expect(roomLeft(tight, NO_CHARGES)).toBe(3);
    expect(roomLeft(tight, { ...NO_CHARGES, paid: 2 })).toBe(1);
  });

  it('takes the free messages first, then the budget, in whole people', () => {
    const forecast = forecastPrice(
      { ...TERMS, freePerMonth: 5, pricePerMessage: 0.02, monthlyBudget: 0.1 },
      { inSession: 40, free: 2, paid: 0 },
      { inSession: 7, outsideSession: 6 },
      2,
      ORDINARY,
    );
    // 3 free and 5 bought are 8 messages: 4 people of 2 each.
    expect(forecast).toEqual({
      inSession: 7,
      outsideSession: 6,
      free: 3,
      paid: 5,
      euros: 0.1,
      heldOutsideSession: 0,
      heldByLimit: 2,
    });
  });

  it('sells nothing over the quota of a bot without a price', () => {
    const quota = { ...TERMS, pricePerMessage: 0, freePerMonth: 100, monthlyBudget: null };
    expect(roomLeft(quota, { ...NO_CHARGES, free: 90 })).toBe(10);
    expect(roomLeft(quota, { ...NO_CHARGES, free: 100 })).toBe(0);
  });

  it('is the same for an alert as if there were no budget', () => {
    const forecast = forecastPrice(
      { ...TERMS, freePerMonth: 0, monthlyBudget: 0, onlyImportant: true },
      NO_CHARGES,
      { inSession: 0, outsideSession: 100 },
      1,
      { alert: true, important: true },
    );
    expect(forecast).toMatchObject({ paid: 100, euros: 1.96, heldByLimit: 0, heldOutsideSession: 0 });
  });

  it('is never negative, counts everybody once and keeps ordinary news within the budget', () => {
    const each = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        terms,
        used,
        people,
        each,
        fc.boolean(),
        (current, before, whom, messagesEach, important) => {
          const forecast = forecastPrice(current, before, whom, messagesEach, { alert: false, important });
          const { free, paid, heldByLimit, heldOutsideSession } = forecast;
          for (const value of Object.values(forecast)) expect(value).toBeGreaterThanOrEqual(0);
          const reached = whom.outsideSession - heldByLimit - heldOutsideSession;
          expect(free + paid).toBe(reached * messagesEach);
          expect(free).toBeLessThanOrEqual(freeLeft(current, before));
          expect(free + paid).toBeLessThanOrEqual(roomLeft(current, before));
          if (current.monthlyBudget === null || paid === 0) return;
          const units = Math.round(current.pricePerMessage * 10_000);
          expect((before.paid + paid) * units).toBeLessThanOrEqual(
            Math.round(current.monthlyBudget * 10_000),
          );
        },
      ),
    );
  });
});
