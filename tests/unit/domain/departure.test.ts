import { describe, expect, it } from 'vitest';
import type { BroadcastContent } from '../../../src/domain/broadcast.js';
import { departureOf } from '../../../src/domain/departure.js';
import { KYIV } from '../../../src/lib/city-time.js';

const HOURS = {
  quietHours: { from: '21:00', to: '08:00' },
  silence: { from: '08:58', to: '09:02' },
};
const EVENING = '2026-11-23T19:30:00Z';
const MORNING = '2026-11-23T07:30:00Z';

type Given = Pick<BroadcastContent, 'kind' | 'sendAt' | 'ignoreQuietHours'>;

function leaves(given: Partial<Given>, from: string, undoUntil?: string) {
  const broadcast = { kind: 'news', sendAt: undefined, ignoreQuietHours: false, ...given } as const;
  const undo = undoUntil === undefined ? undefined : new Date(undoUntil);
  const { at, reason } = departureOf(broadcast, new Date(from), undo, HOURS, KYIV);
  return [at.toISOString().slice(0, 16), reason];
}

describe('a broadcast leaves', () => {
  it.each([
    ['at once in the day', {}, MORNING, undefined, '2026-11-23T07:30', undefined],
    ['after the undo window', {}, MORNING, '2026-11-23T07:40:00Z', '2026-11-23T07:40', 'undo'],
    ['in the morning when approved at night', {}, EVENING, undefined, '2026-11-24T06:00', 'quiet-hours'],
    [
      'at once at night when it must',
      { ignoreQuietHours: true },
      EVENING,
      undefined,
      '2026-11-23T19:30',
      undefined,
    ],
    ['at once at night for danger', { kind: 'alert' }, EVENING, undefined, '2026-11-23T19:30', undefined],
    [
      'at its time',
      { sendAt: new Date('2026-11-25T10:00:00Z') },
      MORNING,
      undefined,
      '2026-11-25T10:00',
      'schedule',
    ],
    [
      'after the quiet hours its time falls into',
      { sendAt: new Date('2026-11-25T20:00:00Z') },
      MORNING,
      undefined,
      '2026-11-26T06:00',
      'quiet-hours',
    ],
    [
      'after the minute of silence even when it may leave at night',
      { sendAt: new Date('2026-11-25T07:00:00Z'), ignoreQuietHours: true },
      MORNING,
      undefined,
      '2026-11-25T07:02',
      'silence',
    ],
    [
      'at once when its time has passed before the approval',
      { sendAt: new Date('2026-11-22T10:00:00Z') },
      MORNING,
      undefined,
      '2026-11-23T07:30',
      undefined,
    ],
  ] as const)('%s', (_case, given, from, undoUntil, at, reason) => {
    expect(leaves(given, from, undoUntil)).toEqual([at, reason]);
  });
});
