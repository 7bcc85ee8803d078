import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createSubscriberStore } from '../../../src/storage/subscribers/subscriber-store.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');

let database: TestDatabase;

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('forgets an erased person, whom no later import signs up again', async () => {
  const store = createSubscriberStore(database.connection, () => MONDAY);
  const { subscriber } = await store.ensureKnown({ channel: 'telegram', address: '100', name: 'Марія' });
  const consent = { source: 'dialogue', version: 1, textHash: 'x', at: MONDAY } as const;
  await store.change(subscriber.id, { status: 'active', consent, topics: ['news'], source: 'poster' });

  await store.erase(subscriber.id, MONDAY);
  await store.erase(subscriber.id, MONDAY); // an inbox row repeated after a crash
  await store.importBatch([{ channel: 'telegram', address: '100', topics: ['acts'] }], MONDAY);

  expect(await store.get(subscriber.id)).toEqual({
    ...subscriber,
    name: undefined,
    status: 'erased',
    topics: expect.anything(),
    consent: undefined,
    source: undefined,
    forgottenAt: MONDAY,
  });
  expect(await store.countAudience({})).toEqual({ telegram: 0, viber: 0 });
});

it('counts people of each sort straight from an index, as their topics and modes change', async () => {
  const store = createSubscriberStore(database.connection, () => MONDAY);
  await ensureIndexes(database.connection);
  await store.importBatch(
    [
      { channel: 'viber', address: 'v1', topics: ['acts', 'news'] },
      { channel: 'viber', address: 'v2', topics: ['news', 'acts'] },
      { channel: 'viber', address: 'v3' },
    ],
    MONDAY,
  );
  const third = await store.find('viber', 'v3');
  await store.change(third?.id ?? '', { topics: ['news', 'acts'], deliveryMode: 'instant' });
  const groups = (await store.census()).filter(({ channel }) => channel === 'viber');
  const sort = { channel: 'viber', status: 'active', topics: ['news', 'acts'] } as const;
  expect(groups).toEqual([
    { ...sort, deliveryMode: 'digest', count: 2 },
    { ...sort, deliveryMode: 'instant', count: 1 },
  ]);
  expect(await store.countAudience({ topics: ['acts'] })).toEqual({ telegram: 0, viber: 3 });
});
