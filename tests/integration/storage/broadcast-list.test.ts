import { Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBroadcastStore } from '../../../src/storage/broadcasts/broadcast-store.js';
import { createDeliveryStore } from '../../../src/storage/broadcasts/delivery-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { fillCity } from '../../support/large-city.js';
import { newBroadcast } from '../../support/new-broadcast.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

describe('the list of broadcasts', () => {
  it('narrows by kind, status, period and words of the title', async () => {
    const store = createBroadcastStore(database.connection);
    await ensureIndexes(database.connection);
    const add = async (title: string, kind: 'news' | 'alert', day: string) =>
      (await store.insert({ ...newBroadcast(), title, kind, createdAt: new Date(`${day}T10:00:00Z`) })).id;
    const road = await add('Дорогу на Шевченка відкрито', 'news', '2026-11-01');
    const water = await add('Не буде води на вулиці Шевченка', 'alert', '2026-11-10');
    const titled = async (filter: Parameters<typeof store.list>[0] extends infer R ? Partial<R> : never) =>
      (await store.list({ limit: 10, cursor: undefined, ...filter })).items.map(({ id }) => id);
    expect(await titled({ text: 'шевченко' })).toEqual([water, road]);
    expect(await titled({ text: 'вода шевченка' })).toEqual([]);
    expect(await titled({ text: 'води' })).toEqual([water]);
    expect(await titled({ kind: 'news' })).toEqual([road]);
    expect(await titled({ from: new Date('2026-11-02') })).toEqual([water]);
    expect(await titled({ until: new Date('2026-11-10T10:00:00Z') })).toEqual([road]);
    expect(await titled({ status: 'finished' })).toEqual([]);
  });
});

describe('a page of deliveries', () => {
  it('finds the few of a state without reading past everybody else, in the order of people', async () => {
    const { connection } = database;
    const size = { subscribers: 120, appeals: 0, broadcasts: 1, reach: 0, lastReach: 120 };
    const { broadcast } = await fillCity(connection, size, new Date('2026-11-23T10:00:00Z'));
    const store = createDeliveryStore(connection);
    const gone = { broadcastId: new Types.ObjectId(broadcast), status: 'unreachable' };
    const expected = await connection.collection('deliveries').countDocuments(gone);
    const first = await store.page(broadcast, { status: 'unreachable', limit: 1, cursor: undefined });
    expect(first.items).toHaveLength(1);
    const rest = await store.page(broadcast, {
      status: 'unreachable',
      limit: 50,
      cursor: first.nextCursor ?? undefined,
    });
    const people = [...first.items, ...rest.items].map(({ subscriberId }) => subscriberId);
    expect(people).toEqual([...new Set(people)].sort());
    expect(people).toHaveLength(expected);
    expect(await store.page(broadcast, { status: 'failed', limit: 50, cursor: undefined })).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});
