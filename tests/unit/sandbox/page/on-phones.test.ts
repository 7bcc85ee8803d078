import { describe, expect, it } from 'vitest';
import { readOnPhones } from '../../../../src/sandbox/page/on-phones.js';
import type { BroadcastView } from '../../../../src/services/broadcasts/broadcasts.js';

const NOON = new Date('2026-11-23T12:00:00Z');
const EARLIER = new Date('2026-11-23T11:00:00Z');

/** 900 sent, 590 delivered, 10 seen, 2 unknown. */
function sent(startedAt: Date | undefined): BroadcastView {
  const counts = { sent: 900, delivered: 590, seen: 10, unknown: 2 };
  return { title: 'Новий автобус', startedAt, counts } as BroadcastView;
}

function phonesWith(people: number, doubled: number, countedSince = EARLIER) {
  return { reached: async () => ({ countedSince, people, doubled }) };
}

describe('readOnPhones', () => {
  it.each([
    { people: 1_500, doubled: 0, lost: 0 },
    { people: 1_502, doubled: 0, lost: 0 }, // the unknown two came
    { people: 1_497, doubled: 4, lost: 3 },
  ])(
    'finds $lost lost and $doubled doubled when $people phones have it',
    async ({ people, doubled, lost }) => {
      expect(await readOnPhones(sent(NOON), phonesWith(people, doubled))).toEqual({ people, lost, doubled });
    },
  );

  it('says nothing before it goes out, nor when the phones were started after it', async () => {
    expect(await readOnPhones(sent(undefined), phonesWith(0, 0))).toBeUndefined();
    expect(await readOnPhones(sent(EARLIER), phonesWith(0, 0, NOON))).toBeUndefined();
  });
});
