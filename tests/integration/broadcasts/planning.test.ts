import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlanner } from '../../../src/services/broadcasts/planner.js';
import { aCity, type City } from './a-city.js';

let city: City;
beforeAll(async () => {
  city = await aCity();
});
beforeEach(() => city.clear());
afterAll(() => city.close());

const FENCE = 1;

describe('planning', () => {
  it('gives everybody one row, wherever it was cut off and begun again', async () => {
    await city.people('telegram', 1_300);
    await city.people('viber', 10);
    const broadcast = await city.aBroadcast();
    let writes = 0;
    const dying = createPlanner({
      store: {
        ...city.broadcasts,
        async addDeliveries(id, rows) {
          writes += 1;
          // Dies three times after the rows of a page, before it notes how far it came.
          await city.broadcasts.addDeliveries(id, rows);
          if (writes <= 6 && writes % 2 === 0) throw new Error('killed');
        },
      },
      audience: city.audience,
      addressesPerRequest: () => 1,
      markPublication: async () => undefined,
      clocks: { now: () => city.clock.at, real: () => city.clock.at },
      timeZone: 'Europe/Kyiv',
    });
    for (let done = false; !done; )
      done = await dying.plan(broadcast, new AbortController().signal, () => undefined).catch(() => false);
    expect((await city.broadcasts.counts([broadcast.id])).get(broadcast.id)?.counts).toMatchObject({
      total: 1_310,
      queued: 1_310,
    });
    expect(await city.Delivery.distinct('subscriberId')).toHaveLength(1_310);
  });

  it('draws its line when it starts: who comes later is not in it', async () => {
    const people = await city.people('telegram', 2);
    const broadcast = await city.aBroadcast();
    await city.planner.plan(broadcast, AbortSignal.abort(), () => undefined);
    city.passSeconds(1);
    await city.people('telegram', 1, 10);
    await city.plan(broadcast);
    expect(Object.keys(await city.rows(broadcast)).sort()).toEqual(people);
  });

  it('keeps a row, skipped, for those who left after it started', async () => {
    const [stopped = '', blocked = '', stays = ''] = await city.people('telegram', 3);
    const broadcast = await city.aBroadcast();
    await city.planner.plan(broadcast, AbortSignal.abort(), () => undefined);
    city.passSeconds(1);
    await city.subscribers.change(stopped, { status: 'stopped' });
    await city.subscribers.markUnreachable([blocked]);
    await city.plan(broadcast);
    expect(await city.rows(broadcast)).toEqual({
      [stopped]: 'skipped left.stopped',
      [blocked]: 'skipped left.unreachable',
      [stays]: 'queued',
    });
  });

  it('does not count those who had left before', async () => {
    const [stopped = '', stays = ''] = await city.people('telegram', 2);
    await city.subscribers.change(stopped, { status: 'stopped' });
    city.passSeconds(1);
    const broadcast = await city.aBroadcast();
    await city.plan(broadcast);
    expect(await city.rows(broadcast)).toEqual({ [stays]: 'queued' });
  });
});

describe('leaving between planning and sending', () => {
  it('skips the row, even one that was claimed already', async () => {
    const [stopped = '', stays = ''] = await city.people('telegram', 2);
    const broadcast = await city.aBroadcast();
    await city.plan(broadcast);
    const source = { source: 'delivery', broadcastId: broadcast.id } as const;
    const claimed = await city.outbox.claim('telegram', source, 10, FENCE, city.clock.at);
    await city.subscribers.change(stopped, { status: 'stopped' });
    const marked = await city.outbox.markSending(claimed, FENCE, city.clock.at);
    expect(marked.size).toBe(1);
    expect(await city.rows(broadcast)).toEqual({
      [stopped]: 'skipped left.stopped',
      [stays]: 'sending',
    });
  });

  it('lets a long message that was begun come to its end', async () => {
    const [stopped = ''] = await city.people('telegram', 1);
    const broadcast = await city.aBroadcast();
    await city.plan(broadcast);
    const source = { source: 'delivery', broadcastId: broadcast.id } as const;
    const claimed = await city.outbox.claim('telegram', source, 10, FENCE, city.clock.at);
    await city.subscribers.change(stopped, { status: 'stopped' });
    const second = claimed.map((row) => ({ ...row, part: 1 }));
    expect((await city.outbox.markSending(second, FENCE, city.clock.at)).size).toBe(1);
  });
});
