import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../../../src/services/outbox/addresses.js';
import { Budget } from '../../../../src/services/outbox/budget.js';
import { Buffer } from '../../../../src/services/outbox/buffer.js';
import { MAX_IN_FLIGHT, Picker, RESERVED_FOR_REPLIES } from '../../../../src/services/outbox/picker.js';
import { addressesOf, type Unit } from '../../../../src/services/outbox/unit.js';
import { aRow, aUnit } from './a-row.js';

const NO_FILES = { read: () => Promise.reject(new Error('no files')), reference: () => undefined };
const UNLIMITED = Number.POSITIVE_INFINITY;

function aPicker({ perSecond = UNLIMITED, perAddressMs = 0, isUntried = false } = {}) {
  const buffer = new Buffer();
  const addresses = new Addresses({ perSecond, perAddressMs });
  const budget = new Budget(perSecond, 0, () => 1);
  const picker = new Picker({
    perSecond,
    buffer,
    budget,
    addresses,
    uploads: NO_FILES,
    isStopped: () => false,
    isUntried: () => isUntried,
  });
  return { buffer, addresses, picker };
}

function crowd(buffer: Buffer, lane: Unit['lane'], count: number): void {
  for (let i = 0; i < count; i += 1)
    buffer.push(aUnit(lane, { id: `${lane}${i}`, address: `${lane}${i}`, broadcastId: lane }));
}

describe('Picker', () => {
  it('gives replies every fourth slot while an alert goes out', () => {
    const { buffer, picker } = aPicker();
    crowd(buffer, 'alert', 20);
    crowd(buffer, 'reply', 3);
    const lanes = picker.pick(0, 0, 0).map(({ unit }) => unit.lane);
    expect(lanes.slice(0, 13).map((lane) => lane[0])).toEqual([...'aaaraaaraaara']);
  });

  it('keeps requests free for replies when a broadcast holds all the others', () => {
    const { buffer, picker } = aPicker({ perSecond: 1_000 });
    crowd(buffer, 'ordinary', 100);
    const taken = picker.pick(0, 1_000, 0).length;
    expect(taken).toBe(MAX_IN_FLIGHT - RESERVED_FOR_REPLIES + 16);
    crowd(buffer, 'reply', 1);
    expect(picker.pick(0, 1_000, taken).map(({ unit }) => unit.lane)).toEqual(['reply']);
  });

  it('lets the first request to many people go alone, until it is known whether they take it', () => {
    const { buffer, picker } = aPicker({ isUntried: true });
    for (const id of ['1', '2']) {
      const unit = aUnit('ordinary', { id, address: `person${id}`, broadcastId: 'news' });
      buffer.push({ ...unit, rows: [...unit.rows, aRow({ id: `${id}b`, address: `other${id}` })] });
    }
    const [scout, ...more] = picker.pick(0, 0, 0);
    expect(more).toEqual([]);
    expect(picker.nextMs(0, 1)).toBe(UNLIMITED);
    if (scout) picker.release(scout.unit);
    expect(picker.pick(0, 0, 0)).toHaveLength(1);
  });

  it('says when a resting person is worth another look, and sleeps while a request is under way', () => {
    const { buffer, picker, addresses } = aPicker({ perAddressMs: 1_000 });
    buffer.push(aUnit('reply', { id: '1' }));
    buffer.push(aUnit('reply', { id: '2' }));
    expect(picker.pick(50, 50, 0)).toHaveLength(1);
    expect(picker.nextMs(50, 1)).toBe(UNLIMITED);
    addresses.rest(['a'], 80);
    expect(picker.nextMs(80, 0)).toBe(1_080);
  });

  it('keeps the rate of the bot and the rest of every person, whatever is queued', () => {
    const queued = fc.array(
      fc.record({
        lane: fc.constantFrom('alert', 'reply', 'ordinary'),
        person: fc.nat(12),
        cost: fc.integer({ min: 1, max: 10 }),
        takesMs: fc.integer({ min: 0, max: 400 }),
      }),
      { minLength: 1, maxLength: 80 },
    );
    fc.assert(
      fc.property(queued, (units) => {
        const sent = simulate(units, 20, 1_000);
        expect(sent).toHaveLength(units.length);
        for (const { atMs, address, endedMs } of sent) {
          const second = sent.filter((one) => one.atMs >= atMs && one.atMs < atMs + 1_000);
          expect(second.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(20);
          const next = sent.find((one) => one.address === address && one.atMs > atMs);
          if (next) expect(Math.ceil(next.atMs - endedMs)).toBeGreaterThanOrEqual(1_000);
        }
      }),
      { numRuns: 50 },
    );
  });
});

interface Queued {
  readonly lane: Unit['lane'];
  readonly person: number;
  readonly cost: number;
  readonly takesMs: number;
}

/** Sends everything in a world whose clock jumps from one event to the next. */
function simulate(queued: readonly Queued[], perSecond: number, perAddressMs: number) {
  const { buffer, picker, addresses } = aPicker({ perSecond, perAddressMs });
  const takesMs = new Map<string, number>();
  for (const [i, { lane, person, cost, takesMs: ms }] of queued.entries()) {
    takesMs.set(`${i}`, ms);
    const part = { ...aUnit(lane).part, cost };
    buffer.push(aUnit(lane, { id: `${i}`, address: `person${person}`, broadcastId: `b${i % 3}` }, { part }));
  }
  const sent: { atMs: number; address: string; cost: number; endedMs: number }[] = [];
  let open: { unit: Unit; endedMs: number }[] = [];
  for (let nowMs = 0; sent.length < queued.length || open.length > 0; ) {
    for (const { unit, endedMs } of open.filter((one) => one.endedMs <= nowMs))
      addresses.rest(addressesOf(unit), endedMs);
    open = open.filter((one) => one.endedMs > nowMs);
    for (const { unit, slotMs } of picker.pick(nowMs, nowMs + 10, open.length)) {
      const endedMs = slotMs + (takesMs.get(unit.rows[0]?.id ?? '') ?? 0);
      sent.push({ atMs: slotMs, address: unit.rows[0]?.address ?? '', cost: unit.part.cost, endedMs });
      open.push({ unit, endedMs });
    }
    const nextEndMs = Math.min(...open.map(({ endedMs }) => endedMs));
    nowMs = Math.max(nowMs + 1, Math.min(nextEndMs, picker.nextMs(nowMs, open.length)));
    if (nowMs === Number.POSITIVE_INFINITY) break;
  }
  return sent;
}
