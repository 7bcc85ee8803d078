import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KYIV, localClock } from '../../../../src/lib/city-time.js';
import { nextDigestAt } from '../../../../src/services/digest/next-digest.js';

const HOUR_MS = 3_600_000;
const moments = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2040-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const hours = fc.constantFrom('18:00', '09:15');

describe('the next digest', () => {
  it('is today while the hour is ahead, else tomorrow', () => {
    expect(nextDigestAt(new Date('2026-11-23T15:59:59Z'), '18:00', KYIV)).toEqual(
      new Date('2026-11-23T16:00:00Z'),
    );
    expect(nextDigestAt(new Date('2026-11-23T16:00:00Z'), '18:00', KYIV)).toEqual(
      new Date('2026-11-24T16:00:00Z'),
    );
  });

  it('comes at the person’s hour by the city’s clock, within 25 hours, on every day of every year', () => {
    fc.assert(
      fc.property(moments, hours, (now, digestAt) => {
        const next = nextDigestAt(now, digestAt, KYIV);
        expect(localClock(next, KYIV)).toBe(digestAt);
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(25 * HOUR_MS);
      }),
    );
  });

  it('leaves no moment between two digests that belongs to neither', () => {
    fc.assert(
      fc.property(moments, hours, fc.integer({ min: 0, max: 90_000_000 }), (now, digestAt, laterMs) => {
        const first = nextDigestAt(now, digestAt, KYIV);
        const later = nextDigestAt(new Date(now.getTime() + laterMs), digestAt, KYIV);
        expect(later.getTime()).toBeGreaterThanOrEqual(first.getTime());
        if (now.getTime() + laterMs < first.getTime()) expect(later).toEqual(first);
      }),
    );
  });
});
