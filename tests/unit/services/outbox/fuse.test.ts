import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Charges, PriceTerms } from '../../../../src/domain/viber-price.js';
import { Fuse } from '../../../../src/services/outbox/fuse.js';
import type { OutboxRow } from '../../../../src/services/outbox/row.js';
import { aRow } from './a-row.js';

const TERMS: PriceTerms = { pricePerMessage: 1, freePerMonth: 0, monthlyBudget: 10, onlyImportant: false };
const NEWS = { alert: false, important: true };
const ALERT = { alert: true, important: true };
const NOTHING: Charges = { inSession: 0, free: 0, paid: 0 };

const people = (count: number, from = 0): OutboxRow[] =>
  Array.from({ length: count }, (_, index) =>
    aRow({ id: `r${from + index}`, subscriberId: `s${from + index}` }),
  );

/** A fuse whose requests the test ends. */
function aFuse(
  terms: PriceTerms | undefined,
  { month = NOTHING, heard = [] }: { month?: Charges; heard?: readonly string[] } = {},
) {
  const state = { now: new Date('2026-11-30T23:00:00Z'), underWay: 0 };
  const fuse = new Fuse(
    {
      terms: async () => terms,
      inSession: async (ids) => new Set(ids.filter((id) => heard.includes(id))),
      chargesIn: async () => month,
      real: () => state.now,
    },
    () => state.underWay,
  );
  const sizes = async (rows: readonly OutboxRow[], each = 1, urgency = NEWS) => {
    const { groups, refused, later } = await fuse.admit(rows, each, urgency);
    const codes = new Set(refused.map(({ code }) => code));
    return {
      groups: groups.map(({ rows: { length } }) => length),
      refused: refused.length,
      later: later.length,
      codes,
    };
  };
  return { fuse, state, sizes };
}

describe('Fuse', () => {
  it('does nothing while no price is set', async () => {
    const { sizes } = aFuse(undefined);
    expect(await sizes(people(300))).toMatchObject({ groups: [300], refused: 0, later: 0 });
  });

  it('parts people who cost differently, and refuses those whom the month cannot pay for', async () => {
    const { sizes } = aFuse(
      { ...TERMS, freePerMonth: 4 },
      { month: { ...NOTHING, free: 1 }, heard: ['s0', 's1'] },
    );
    // In a session, out of the free ones, bought.
    expect(await sizes(people(20))).toEqual({
      groups: [2, 3, 10],
      refused: 5,
      later: 0,
      codes: new Set(['viber.month-limit']),
    });
  });

  it('foresees what the messenger will say of each, in case it does not', async () => {
    const { fuse } = aFuse({ ...TERMS, freePerMonth: 1 }, { heard: ['s0'] });
    const { groups } = await fuse.admit(people(3), 1, NEWS);
    expect(groups.map(({ foreseenBilling }) => foreseenBilling)).toEqual([2, 4, 5]);
  });

  it('keeps what is not important from people outside a session', async () => {
    const { sizes } = aFuse({ ...TERMS, onlyImportant: true }, { heard: ['s0'] });
    expect(await sizes(people(3), 1, { alert: false, important: false })).toMatchObject({
      groups: [1],
      refused: 2,
      codes: new Set(['viber.outside-session']),
    });
    expect(await sizes(people(3))).toMatchObject({ groups: [1, 2], refused: 0 });
  });

  it('waits for what is under way before it refuses anybody', async () => {
    const { fuse, state, sizes } = aFuse(TERMS);
    expect(await sizes(people(8))).toMatchObject({ groups: [8] });
    state.underWay = 8;
    expect(await sizes(people(3))).toMatchObject({ groups: [], refused: 0, later: 3 });
    fuse.charged(5, 7, state.now);
    state.underWay = 0;
    expect(await sizes(people(4))).toMatchObject({ groups: [3], refused: 1 });
  });

  it('lets an alert, and the rest of a message that was begun, go whatever they cost', async () => {
    const { sizes, state } = aFuse({ ...TERMS, monthlyBudget: 0, onlyImportant: true });
    state.underWay = 5;
    expect(await sizes(people(3), 1, ALERT)).toMatchObject({ groups: [3], refused: 0, later: 0 });
    const begun = people(2).map((row) => ({ ...row, part: 1 }));
    expect(await sizes(begun, 1, { alert: false, important: false })).toMatchObject({
      groups: [2],
      refused: 0,
    });
  });

  it('begins a new month of UTC with nothing', async () => {
    const { fuse, state, sizes } = aFuse(TERMS, { month: { ...NOTHING, paid: 10 } });
    expect(await sizes(people(2))).toMatchObject({ refused: 2 });
    state.now = new Date('2026-12-01T00:00:00Z');
    fuse.charged(5, 1, new Date('2026-11-30T23:59:59Z'));
    fuse.charged(5, 1, state.now);
    expect(await sizes(people(10))).toMatchObject({ groups: [9], refused: 1 });
  });

  it('never lets ordinary news cost more than the budget, and refuses nobody whom it could pay', async () => {
    const wave = fc.record({ rows: fc.integer({ min: 1, max: 40 }), each: fc.integer({ min: 1, max: 3 }) });
    const step = fc.oneof(wave, fc.constant('settle' as const));
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 30 }),
        fc.nat({ max: 100 }),
        async (steps, freePerMonth, monthlyBudget) => {
          const { fuse, state } = aFuse({ ...TERMS, freePerMonth, monthlyBudget });
          const viber = { taken: 0, paid: 0 };
          for (const one of steps) {
            if (one === 'settle') {
              const free = Math.max(0, Math.min(state.underWay, freePerMonth - viber.taken));
              fuse.charged(4, free, state.now);
              fuse.charged(5, state.underWay - free, state.now);
              viber.taken += state.underWay;
              viber.paid += state.underWay - free;
              state.underWay = 0;
              continue;
            }
            const { groups, refused } = await fuse.admit(people(one.rows), one.each, NEWS);
            state.underWay += groups.flatMap(({ rows }) => rows).length * one.each;
            const room = freePerMonth + monthlyBudget - viber.taken - state.underWay;
            if (refused.length > 0) expect(room).toBeLessThan(one.each);
            expect(room).toBeGreaterThanOrEqual(0);
          }
          expect(viber.paid).toBeLessThanOrEqual(monthlyBudget);
        },
      ),
    );
  });
});
