import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../../src/domain/inbound-event.js';
import { processReceipt } from '../../../../src/services/intake/receipts.js';

const NOON = new Date('2026-11-23T12:00:00Z');

/** How often the outbox is asked about a receipt that came `ageMs` ago. */
async function askedFor(ageMs: number, knownAt: number): Promise<{ asked: number; aside: number }> {
  const counts = { asked: 0, aside: 0 };
  const outbox = {
    applyReceipt: async () => {
      counts.asked += 1;
      return counts.asked >= knownAt;
    },
  };
  const work = {
    signal: AbortSignal.abort(), // no wait lasts
    stepAside: <T>(wait: () => Promise<T>) => {
      counts.aside += 1;
      return wait();
    },
  };
  const now = () => new Date(NOON.getTime() + ageMs);
  await processReceipt({} as Receipt, NOON, { outbox, now }, work);
  return counts;
}

describe('processReceipt', () => {
  it('waits, out of the way of others, for a send whose answer is still under way', async () => {
    expect(await askedFor(100, 3)).toEqual({ asked: 3, aside: 2 });
  });

  it('gives up on a message that nobody sent', async () => {
    expect(await askedFor(100, Number.POSITIVE_INFINITY)).toEqual({ asked: 5, aside: 4 });
  });

  it('does not wait for the send of a receipt that came long ago', async () => {
    expect(await askedFor(3_001, Number.POSITIVE_INFINITY)).toEqual({ asked: 1, aside: 0 });
  });
});
