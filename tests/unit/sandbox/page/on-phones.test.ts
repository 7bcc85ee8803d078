import { describe, expect, it } from 'vitest';
import { readOnPhones } from '../../../../src/sandbox/page/on-phones.js';
import type { BroadcastView } from '../../../../src/services/broadcasts/broadcasts.js';
import type { DeliveryView } from '../../../../src/services/broadcasts/delivery-store.js';

const NOON = new Date('2026-11-23T12:00:00Z');
const EARLIER = new Date('2026-11-23T11:00:00Z');

/** Three sent (1, 2, 3), one delivered (4), one seen (5); of 6 and 7 nothing is known. */
function sent(startedAt: Date | undefined): BroadcastView {
  const counts = { sent: 3, delivered: 1, seen: 1, unknown: 2 };
  return { id: 'b', title: 'Новий автобус', startedAt, counts } as BroadcastView;
}

function phonesOf(addresses: string, doubled = 0, countedSince = EARLIER) {
  return {
    phones: { reached: async () => ({ countedSince, people: [...addresses], doubled }) },
    deliveries: {
      async *all() {
        yield { address: '6' } as DeliveryView;
        yield { address: '7' } as DeliveryView;
      },
    },
  };
}

describe('readOnPhones', () => {
  it.each([
    { addresses: '12345', doubled: 0, lost: 0 },
    { addresses: '1234567', doubled: 0, lost: 0 },
    { addresses: '1245', doubled: 1, lost: 1 },
    { addresses: '124567', doubled: 0, lost: 1 }, // the unknown two came, which does not hide the lost one
  ])('finds $lost lost when $addresses have it', async ({ addresses, doubled, lost }) => {
    expect(await readOnPhones(sent(NOON), phonesOf(addresses, doubled))).toEqual({
      people: addresses.length,
      lost,
      doubled,
    });
  });

  it('says nothing before it goes out, nor when the phones were started after it', async () => {
    expect(await readOnPhones(sent(undefined), phonesOf(''))).toBeUndefined();
    expect(await readOnPhones(sent(EARLIER), phonesOf('', 0, NOON))).toBeUndefined();
  });
});
