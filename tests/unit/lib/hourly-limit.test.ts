import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HourlyLimit } from '../../../src/lib/hourly-limit.js';

const HOUR_MS = 3_600_000;

describe('HourlyLimit', () => {
  it('lets a hundred messages to a silent person into any sixty minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 300 }), (waits) => {
        const limit = new HourlyLimit(100);
        const sentAtMs: number[] = [];
        let nowMs = 1;
        for (const waitMs of waits) {
          nowMs = Math.max(nowMs + waitMs, limit.freeAtMs('a'));
          limit.count('a', nowMs);
          sentAtMs.push(nowMs);
        }
        for (const [i, atMs] of sentAtMs.entries())
          expect(atMs - (sentAtMs[i - 100] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(HOUR_MS);
      }),
    );
  });

  it('begins anew when the person writes, and for nobody else', () => {
    const limit = new HourlyLimit(2);
    for (const address of ['a', 'a', 'b', 'b']) limit.count(address, 5);
    limit.forget('a');
    expect(limit.freeAtMs('a')).toBe(0);
    expect(limit.freeAtMs('b')).toBe(5 + HOUR_MS);
  });
});
