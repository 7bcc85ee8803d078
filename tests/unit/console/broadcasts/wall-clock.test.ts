import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWallClock, toWallClock } from '../../../../src/console/broadcasts/wall-clock.js';
import { KYIV } from '../../../../src/lib/city-time.js';

const MINUTE_MS = 60_000;

describe('the time field of a broadcast', () => {
  it('means the city’s clock in winter and in summer', () => {
    expect(fromWallClock('2026-11-24T10:00', KYIV)).toBe('2026-11-24T08:00:00.000Z');
    expect(fromWallClock('2026-07-24T10:00', KYIV)).toBe('2026-07-24T07:00:00.000Z');
  });

  it('shows what was chosen again, whatever the clocks do in between', () => {
    const minutes = fc.integer({
      min: Date.parse('2026-01-01T00:00:00Z') / MINUTE_MS,
      max: Date.parse('2028-01-01T00:00:00Z') / MINUTE_MS,
    });
    fc.assert(
      fc.property(minutes, (minute) => {
        const shown = toWallClock(new Date(minute * MINUTE_MS), KYIV);
        expect(toWallClock(new Date(fromWallClock(shown, KYIV)), KYIV)).toBe(shown);
      }),
    );
  });

  it.each(['', 'завтра', '2026-13-01T10:00', '2026-11-24T25:00', '2026-11-24'])(
    'leaves %j for the schema to refuse',
    (text) => {
      expect(fromWallClock(text, KYIV)).toBe(text);
    },
  );
});
