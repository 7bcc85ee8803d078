import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeliveries } from '../../../src/services/broadcasts/deliveries.js';
import { aCity, type City } from './a-city.js';

let city: City;
beforeAll(async () => {
  city = await aCity();
});
beforeEach(() => city.clear());
afterAll(() => city.close());

function deliveriesOf({ broadcasts, deliveries, subscribers }: City) {
  return createDeliveries({
    broadcasts,
    store: deliveries,
    subscribers,
    audit: { record: async () => {} },
  });
}

async function aHalfFailedBroadcast() {
  const people = await city.people('telegram', 7);
  const broadcast = await city.aBroadcast();
  await city.plan(broadcast);
  for (const [index, id] of people.entries())
    await (index < 4
      ? city.end(broadcast, id, 'sent')
      : city.end(broadcast, id, 'failed', index === 6 ? 'telegram.500' : 'telegram.400.file'));
  return { people, broadcast };
}

describe('the list of who got it', () => {
  it('shows everybody once over its pages, whatever the filter', async () => {
    const { people, broadcast } = await aHalfFailedBroadcast();
    const all = async (filter: object) => {
      const ids: string[] = [];
      for await (const { subscriberId } of deliveriesOf(city).all(broadcast.id, filter))
        ids.push(subscriberId);
      return ids;
    };
    expect(await all({})).toEqual(people);
    expect(await all({ status: 'failed' })).toEqual(people.slice(4));
    expect(await all({ code: 'telegram.400.file' })).toEqual(people.slice(4, 6));
    expect(await all({ channel: 'viber' })).toEqual([]);
    const first = await deliveriesOf(city).page(broadcast.id, { status: 'failed', limit: 2 });
    const second = await deliveriesOf(city).page(broadcast.id, {
      status: 'failed',
      limit: 2,
      cursor: first.nextCursor ?? '',
    });
    expect([...first.items, ...second.items].map(({ subscriberId }) => subscriberId)).toEqual(
      people.slice(4),
    );
    expect(second.nextCursor).toBeNull();
  });

  it('finds a person by the address or by how the name begins', async () => {
    const { broadcast } = await aHalfFailedBroadcast();
    await city.subscribers.importBatch(
      [{ channel: 'telegram', address: 'telegram-2', name: 'Марія Коваль' }],
      city.clock.at,
    );
    const found = async (q: string) =>
      (await deliveriesOf(city).page(broadcast.id, { q, limit: 10 })).items.map(({ address }) => address);
    expect(await found('telegram-5')).toEqual(['telegram-5']);
    expect(await found('марія')).toEqual(['telegram-2']);
    expect(await found('Ковал')).toEqual([]);
  });

  it('counts the rows of every reason', async () => {
    const { broadcast } = await aHalfFailedBroadcast();
    const reasons = await deliveriesOf(city).reasons(broadcast.id);
    expect(reasons.toSorted((a, b) => a.count - b.count)).toEqual([
      { channel: 'telegram', status: 'failed', code: 'telegram.500', count: 1 },
      { channel: 'telegram', status: 'failed', code: 'telegram.400.file', count: 2 },
    ]);
  });

  it('refuses what is no broadcast', async () => {
    await expect(deliveriesOf(city).reasons('f'.repeat(24))).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('leaving after a broadcast', () => {
  it('counts for the last one the person got, if that was within a day', async () => {
    const [left = '', late = '', stays = ''] = await city.people('telegram', 3);
    const first = await city.aBroadcast();
    await city.plan(first);
    for (const id of [left, late, stays]) await city.end(first, id, 'sent');
    city.passSeconds(3_600);
    const second = await city.aBroadcast();
    await city.plan(second);
    await city.end(second, left, 'sent');
    await city.end(second, late, 'failed', 'telegram.500');

    await city.subscribers.change(left, { status: 'stopped' });
    await city.subscribers.change(left, { status: 'stopped' });
    city.passSeconds(24 * 3_600);
    await city.subscribers.markUnreachable([late]);

    expect(await city.deliveries.countUnsubscribed(second.id)).toBe(1);
    expect(await city.deliveries.countUnsubscribed(first.id)).toBe(0);
  });
});
