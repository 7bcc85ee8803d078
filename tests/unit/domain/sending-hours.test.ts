import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliestSendAt, type Hold, holdsOf, isWithin } from '../../../src/domain/sending-hours.js';
import { KYIV, localClock, localDay } from '../../../src/lib/city-time.js';

const MINUTE_MS = 60_000;
const QUIET: Hold = { reason: 'quiet-hours', window: { from: '21:00', to: '08:00' } };
const SILENCE: Hold = { reason: 'silence', window: { from: '08:58', to: '09:02' } };
const HOLDS = [QUIET, SILENCE];

const at = (iso: string) => new Date(iso);
/** Every minute of two years, both clock changes of each included. */
const moments = fc
  .integer({
    min: at('2026-01-01T00:00:00Z').getTime() / MINUTE_MS,
    max: at('2028-01-01T00:00:00Z').getTime() / MINUTE_MS,
  })
  .map((minute) => new Date(minute * MINUTE_MS));
/** The days around both changes of 2026, where mistakes live. */
const changes = fc.oneof(
  ...['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z'].map((from) =>
    fc.integer({ min: 0, max: 36 * 60 }).map((minute) => new Date(at(from).getTime() + minute * MINUTE_MS)),
  ),
);
const clocks = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  // Between 3:00 and 4:00 spring has no such time: a window cannot end then.
  .filter((minute) => Math.floor(minute / 60) !== 3)
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  );
const windows = fc
  .record({ from: clocks, to: clocks })
  .filter(({ from, to }) => from !== to)
  .map((window): Hold => ({ reason: 'quiet-hours', window }));

describe('earliestSendAt', () => {
  it.each([
    ['in the day: at once', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z', undefined],
    ['in the evening: next morning', '2026-11-23T19:30:00Z', '2026-11-24T06:00:00Z', 'quiet-hours'],
    ['after midnight: that morning', '2026-11-23T22:30:00Z', '2026-11-24T06:00:00Z', 'quiet-hours'],
    ['at 21:00 sharp', '2026-11-23T19:00:00Z', '2026-11-24T06:00:00Z', 'quiet-hours'],
    ['at 8:00 sharp', '2026-11-23T06:00:00Z', '2026-11-23T06:00:00Z', undefined],
    ['at 8:58', '2026-11-23T06:58:00Z', '2026-11-23T07:02:00Z', 'silence'],
    ['in the night when summer begins', '2026-03-28T20:00:00Z', '2026-03-29T05:00:00Z', 'quiet-hours'],
    ['in the night when summer ends', '2026-10-24T20:00:00Z', '2026-10-25T06:00:00Z', 'quiet-hours'],
  ])('%s', (_case, from, expected, reason) => {
    expect(earliestSendAt(at(from), HOLDS, KYIV)).toEqual({ at: at(expected), reason });
  });

  it('is the first free moment: never in a hold, and everything before it is', () => {
    fc.assert(
      fc.property(fc.oneof(moments, changes), windows, (from, hold) => {
        const { at: found } = earliestSendAt(from, [hold], KYIV);
        expect(found >= from).toBe(true);
        expect(isWithin(found, hold.window, KYIV)).toBe(false);
        if (found > from)
          expect(isWithin(new Date(found.getTime() - MINUTE_MS), hold.window, KYIV)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('waits at most until the next morning, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.oneof(moments, changes), (from) => {
        const { at: found, reason } = earliestSendAt(from, HOLDS, KYIV);
        expect(found.getTime() - from.getTime()).toBeLessThanOrEqual(12 * 60 * MINUTE_MS);
        if (reason === 'quiet-hours') expect(localClock(found)).toBe('08:00');
        if (reason === 'silence') expect(localClock(found)).toBe('09:02');
        if (reason === undefined) expect(found).toEqual(from);
        expect(localDay(found) >= localDay(from)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('changes nothing when asked again', () => {
    fc.assert(
      fc.property(fc.oneof(moments, changes), (from) => {
        const { at: found } = earliestSendAt(from, HOLDS, KYIV);
        expect(earliestSendAt(found, HOLDS, KYIV)).toEqual({ at: found, reason: undefined });
      }),
    );
  });

  it('keeps the order: what may leave earlier never leaves later', () => {
    fc.assert(
      fc.property(fc.oneof(moments, changes), fc.nat(48 * 60), (from, minutes) => {
        const later = new Date(from.getTime() + minutes * MINUTE_MS);
        expect(earliestSendAt(from, HOLDS, KYIV).at <= earliestSendAt(later, HOLDS, KYIV).at).toBe(true);
      }),
    );
  });

  it('holds nothing for ever: windows that cover the whole day count as none', () => {
    const day: Hold = { reason: 'quiet-hours', window: { from: '08:00', to: '21:00' } };
    const noon = at('2026-11-23T10:00:00Z');
    expect(earliestSendAt(noon, [QUIET, day], KYIV)).toEqual({ at: noon, reason: undefined });
  });
});

describe('holdsOf', () => {
  const hours = { quietHours: QUIET.window, silence: SILENCE.window };

  it.each([
    ['an ordinary broadcast', { kind: 'news', ignoreQuietHours: false }, ['quiet-hours', 'silence']],
    ['one for quiet hours too', { kind: 'news', ignoreQuietHours: true }, ['silence']],
    ['danger', { kind: 'alert', ignoreQuietHours: false }, []],
  ])('of %s', (_case, broadcast, reasons) => {
    expect(holdsOf(broadcast, hours).map(({ reason }) => reason)).toEqual(reasons);
  });

  it('has none where the organisation has switched them off', () => {
    expect(holdsOf({ kind: 'news', ignoreQuietHours: false }, { quietHours: null, silence: null })).toEqual(
      [],
    );
  });
});
