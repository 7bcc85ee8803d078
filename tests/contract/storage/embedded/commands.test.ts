import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { errorCode, useDatabase } from './database-under-test.js';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => ({ _id: i }));

describe('a command', () => {
  const server = useDatabase();

  it('says hello, what it is and that nobody is signed in', async () => {
    const { db } = server();
    expect(await db.command({ hello: 1 })).toMatchObject({
      ok: 1,
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
    });
    expect(await db.command({ ping: 1 })).toEqual({ ok: 1 });
    expect(await db.command({ buildInfo: 1 })).toMatchObject({ ok: 1, bits: 64 });
    expect(await db.command({ connectionStatus: 1 })).toMatchObject({ authInfo: { authenticatedUsers: [] } });
  });

  it('lists databases and collections', async () => {
    const { client, db } = server();
    const collection = await server().collection([{ a: 1 }]);
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    expect(databases.map(({ name }) => name)).toContain(db.databaseName);
    const [listed] = await db.listCollections({ name: collection.collectionName }).toArray();
    expect(listed).toMatchObject({
      name: collection.collectionName,
      type: 'collection',
      idIndex: { name: '_id_' },
    });
  });

  it('creates and drops collections', async () => {
    const { db } = server();
    await db.createCollection('made');
    expect(await errorCode(db.command({ create: 'made' }))).toBe(48);
    expect(await db.collection('made').drop()).toBe(true);
    expect(await db.listCollections({ name: 'made' }).toArray()).toEqual([]);
    expect(await db.collection('made').find().toArray()).toEqual([]);
  });

  it('refuses names that no file or query could live with', async () => {
    const { db } = server();
    expect(await errorCode(db.command({ create: 'a$b' }))).toBe(73);
    expect(await errorCode(db.command({ insert: '', documents: [{ a: 1 }] }))).toBe(73);
  });

  it('counts, with skip and limit', async () => {
    const collection = await server().collection(numbers(10));
    expect(await collection.estimatedDocumentCount()).toBe(10);
    expect(await collection.countDocuments({ _id: { $gte: 4 } })).toBe(6);
    expect(await collection.countDocuments({ _id: { $gte: 4 } }, { skip: 1, limit: 3 })).toBe(3);
    expect(
      await server().db.command({ count: collection.collectionName, query: { _id: { $lt: 5 } }, skip: 2 }),
    ).toEqual({ n: 3, ok: 1 });
  });

  it('lists distinct values, also out of arrays', async () => {
    const collection = await server().collection([
      { a: 1 },
      { a: [1, 2] },
      { a: null },
      {},
      { a: { b: 1 } },
      { a: [{ b: 2 }] },
    ]);
    expect(await collection.distinct('a')).toEqual([null, 1, 2, { b: 1 }, { b: 2 }]);
    expect(await collection.distinct('a.b')).toEqual([1, 2]);
    expect(await collection.distinct('a', { a: 2 })).toEqual([1, 2]);
  });

  it('gives results in batches of the wanted size', async () => {
    const collection = await server().collection(numbers(250));
    const { db } = server();
    const { cursor: first } = await db.command({ find: collection.collectionName, batchSize: 100 });
    const { cursor: second } = await db.command({
      getMore: first.id,
      collection: collection.collectionName,
      batchSize: 100,
    });
    const { cursor: third } = await db.command({
      getMore: first.id,
      collection: collection.collectionName,
      batchSize: 100,
    });
    expect([first.firstBatch.length, second.nextBatch.length, third.nextBatch.length]).toEqual([
      100, 100, 50,
    ]);
    expect(String(third.id)).toBe('0');
    expect((await db.command({ find: collection.collectionName })).cursor.firstBatch).toHaveLength(101);
    expect(
      (await db.command({ find: collection.collectionName, batchSize: 0 })).cursor.firstBatch,
    ).toHaveLength(0);
    expect(
      String(
        (await db.command({ find: collection.collectionName, batchSize: 5, singleBatch: true })).cursor.id,
      ),
    ).toBe('0');
  });

  it('forgets a cursor that was killed', async () => {
    const collection = await server().collection(numbers(10));
    const { db } = server();
    const { cursor } = await db.command({ find: collection.collectionName, batchSize: 2 });
    const killed = await db.command({
      killCursors: collection.collectionName,
      cursors: [mongo.Long.fromValue(cursor.id)],
    });
    expect(killed.cursorsKilled).toHaveLength(1);
    const more = { getMore: mongo.Long.fromValue(cursor.id), collection: collection.collectionName };
    expect(await errorCode(db.command(more))).toBe(43);
  });

  it('keeps a cursor going while documents come and go', async () => {
    const collection = await server().collection(numbers(100));
    const seen: unknown[] = [];
    for await (const { _id } of collection.find({}, { batchSize: 10 })) {
      seen.push(_id);
      if (_id === 20) await collection.deleteMany({ _id: { $gte: 50 } });
    }
    expect(seen.slice(0, 50)).toEqual(numbers(50).map(({ _id }) => _id));
    expect(seen.length).toBeLessThan(100);
  });

  it('stops at maxTimeMS', async () => {
    const collection = await server().collection(
      Array.from({ length: 20_000 }, (_, i) => ({ _id: i, a: 'x'.repeat(50) })),
    );
    const slow = collection.find({ a: { $regex: '(x+)y$' } }, { maxTimeMS: 1 }).toArray();
    expect(await errorCode(slow)).toBe(50);
  });

  it.each([
    ['an unknown command', { frobnicate: 1 }, 59],
    ['an unknown field', { find: 'c', frob: 1 }, 40415],
    ['a filter that is no document', { find: 'c', filter: 1 }, 14],
    ['a limit below zero', { find: 'c', limit: -1 }, 51024],
    ['a sort that is no direction', { find: 'c', sort: { a: 2 } }, 15975],
    [
      'a transaction',
      { find: 'c', txnNumber: new mongo.Long(1), startTransaction: true, autocommit: false },
      20,
    ],
    ['a cursor nobody opened', { getMore: new mongo.Long(12345), collection: 'c' }, 43],
    ['a drop of nothing', { drop: 'nothing' }, 26],
    ['indexes of nothing', { listIndexes: 'nothing' }, 26],
    ['no updates at all', { update: 'c', updates: [] }, 72],
    ['a replacement of many', { update: 'c', updates: [{ q: {}, u: { a: 1 }, multi: true }] }, 9],
    ['a delete without a limit of 0 or 1', { delete: 'c', deletes: [{ q: {}, limit: 2 }] }, 9],
  ])('is refused for %s', async (_name, command, code) => {
    const failed = await server()
      .db.command(command)
      .catch((error: unknown) => error);
    const write = (failed as { writeErrors?: { code: number }[] }).writeErrors?.[0]?.code;
    expect(write ?? (failed as { code?: unknown }).code).toBe(code);
  });
});
