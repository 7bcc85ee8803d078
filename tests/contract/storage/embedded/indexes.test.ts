import type { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { type Doc, errorCode, useDatabase } from './database-under-test.js';

describe('an index', () => {
  const server = useDatabase();

  it('is listed as it was made, and made once', async () => {
    const collection = await server().collection([{ a: 1 }]);
    await collection.createIndex(
      { a: 1, b: -1 },
      { name: 'ab', unique: true, partialFilterExpression: { a: { $gt: 0 } } },
    );
    await collection.createIndex(
      { a: 1, b: -1 },
      { name: 'ab', unique: true, partialFilterExpression: { a: { $gt: 0 } } },
    );
    await collection.createIndex({ t: 1 }, { expireAfterSeconds: 60, sparse: true });
    expect(await collection.listIndexes().toArray()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'ab', unique: true, partialFilterExpression: { a: { $gt: 0 } } },
      { v: 2, key: { t: 1 }, name: 't_1', sparse: true, expireAfterSeconds: 60 },
    ]);
  });

  it('is refused when another one is in the way', async () => {
    const collection = await server().collection([{ a: 1 }]);
    await collection.createIndex({ a: 1 });
    expect(await errorCode(collection.createIndex({ a: 1 }, { name: 'other' }))).toBe(85);
    expect(await errorCode(collection.createIndex({ b: 1 }, { name: 'a_1' }))).toBe(86);
  });

  it('is complete for everybody who asked for it at once', async () => {
    const collection = await server().collection(Array.from({ length: 3_000 }, (_, i) => ({ _id: i, a: i })));
    const lanes = Array.from({ length: 4 }, async () => {
      await collection.createIndex({ a: 1 });
      return (
        await collection
          .find({ a: { $gte: 0 } })
          .hint({ a: 1 })
          .toArray()
      ).length;
    });
    expect(await Promise.all(lanes)).toEqual([3_000, 3_000, 3_000, 3_000]);
  });

  it('is refused over documents that break it', async () => {
    const collection = await server().collection([{ a: 1 }, { a: 1 }]);
    expect(await errorCode(collection.createIndex({ a: 1 }, { unique: true }))).toBe(11000);
    expect(await collection.listIndexes().toArray()).toHaveLength(1);
  });

  it.each([
    ['no field', {}, 67],
    ['a direction of zero', { a: 0 }, 67],
    ['an empty field name', { '': 1 }, 67],
  ])('is refused with %s', async (_name, key, code) => {
    const collection = await server().collection([{ a: 1 }]);
    const command = { createIndexes: collection.collectionName, indexes: [{ key, name: 'x' }] };
    expect(await errorCode(server().db.command(command))).toBe(code);
  });

  it('can be dropped by name, by key and all at once', async () => {
    const collection = await server().collection([{ a: 1 }]);
    await collection.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }, { key: { c: 1 } }]);
    await collection.dropIndex('a_1');
    await server().db.command({ dropIndexes: collection.collectionName, index: { b: 1 } });
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'c_1']);
    await collection.dropIndexes();
    expect(await errorCode(collection.dropIndex('c_1'))).toBe(27);
    expect(await errorCode(collection.dropIndex('_id_'))).toBe(72);
  });

  it('allows one document without the field when unique, any number when sparse or partial', async () => {
    const collection = await server().collection();
    await collection.createIndex({ u: 1 }, { unique: true });
    await collection.insertOne({ _id: 1 });
    expect(await errorCode(collection.insertOne({ _id: 2 }))).toBe(11000);
    const sparse = await server().collection();
    await sparse.createIndex({ u: 1 }, { unique: true, sparse: true });
    await sparse.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, u: 1 }]);
    expect(await errorCode(sparse.insertOne({ _id: 4, u: 1 }))).toBe(11000);
    expect(await sparse.find({ u: null }).sort({ u: 1 }).toArray()).toHaveLength(2);
    const partial = await server().collection();
    await partial.createIndex({ u: 1 }, { unique: true, partialFilterExpression: { on: true } });
    await partial.insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 1 },
      { _id: 3, u: 1, on: true },
    ]);
    expect(await errorCode(partial.updateOne({ _id: 1 }, { $set: { on: true } }))).toBe(11000);
    expect(await partial.find({ u: 1 }).toArray()).toHaveLength(3);
  });

  it('names the first value in the way of a unique compound key', async () => {
    const collection = await server().collection([{ a: 1, b: 'x' }]);
    await collection.createIndex({ a: 1, b: 1 }, { unique: true });
    await expect(collection.insertOne({ a: 1, b: 'x' })).rejects.toMatchObject({
      keyPattern: { a: 1, b: 1 },
      keyValue: { a: 1, b: 'x' },
      message: expect.stringMatching(/ index: a_1_b_1 dup key: \{ a: 1, b: "x" \}$/),
    });
  });

  it('is unique between documents, not within one array', async () => {
    const collection = await server().collection();
    await collection.createIndex({ tags: 1 }, { unique: true });
    await collection.insertOne({ tags: ['a', 'a', 'b'] });
    expect(await errorCode(collection.insertOne({ tags: ['c', 'b'] }))).toBe(11000);
  });

  it('gives the order behind one element of an array, each document once', async () => {
    const collection = await server().collection([
      { _id: 1, words: ['яма', 'міст'], at: 3 },
      { _id: 2, words: ['яма', 'яма'], at: 1 },
      { _id: 3, words: ['міст'], at: 2 },
      { _id: 4, words: ['яма'], at: 2 },
    ]);
    await collection.createIndex({ words: 1, at: 1 });
    const found = (filter: Doc) => collection.find(filter).sort({ at: 1 }).hint({ words: 1, at: 1 });
    expect((await found({ words: 'яма' }).toArray()).map(({ _id }) => _id)).toEqual([2, 4, 1]);
    expect((await found({ words: { $in: ['яма', 'міст'] } }).toArray()).map(({ at }) => at)).toEqual([
      1, 2, 2, 3,
    ]);
    expect(await collection.countDocuments({ words: 'яма' })).toBe(3);
    expect(await collection.countDocuments({ words: 'яма', at: { $gt: 1 } })).toBe(2);
    expect(await collection.countDocuments({ words: { $in: ['яма', 'міст'] } })).toBe(4);
  });

  it('on an array pinned to one element does not decide its own order', async () => {
    const collection = await server().collection([
      { _id: 1, words: ['б', 'я'] },
      { _id: 2, words: ['а', 'я'] },
    ]);
    await collection.createIndex({ words: 1 });
    const sorted = await collection.find({ words: 'я' }).sort({ words: 1 }).toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual([2, 1]);
  });

  it('refuses two arrays in one document', async () => {
    const collection = await server().collection();
    await collection.createIndex({ a: 1, b: 1 });
    expect(await errorCode(collection.insertOne({ a: [1], b: [2] }))).toBe(171);
  });

  it('keeps long keys apart', async () => {
    const collection = await server().collection();
    await collection.createIndex({ a: 1 }, { unique: true });
    const long = 'ї'.repeat(2_000);
    await collection.insertMany([
      { _id: 1, a: `${long}1` },
      { _id: 2, a: `${long}2` },
    ]);
    expect(await errorCode(collection.insertOne({ a: `${long}1` }))).toBe(11000);
    expect(await collection.findOne({ a: `${long}2` }, { projection: { _id: 1 } })).toEqual({ _id: 2 });
    expect((await collection.find({ a: { $gt: `${long}1` } }).toArray()).map(({ _id }) => _id)).toEqual([2]);
  });

  it.each([
    ['an equality', { a: 1 }, {}, 'a_1_b_-1'],
    ['an equality and a sort', { a: 1 }, { b: 1 }, 'a_1_b_-1'],
    ['a range', { a: { $gt: 1, $lt: 5 } }, {}, 'a_1_b_-1'],
    ['an $in', { a: { $in: [1, 2] } }, {}, 'a_1_b_-1'],
    ['an $and of several filters', { $and: [{ a: 1, b: { $gt: 1 } }, {}] }, {}, 'a_1_b_-1'],
    ['_id', { _id: 1, a: 1 }, {}, '_id_'],
    ['a sort alone', {}, { c: -1 }, 'c_1'],
    ['a partial index whose filter is implied', { d: 3, on: true }, {}, 'd_1'],
  ])('is picked for %s', async (_name, filter: object, sort: object, index: string) => {
    const collection = await server().collection([{ _id: 1, a: 1, b: 2, c: 3, d: 3 }]);
    await collection.createIndex({ a: 1, b: -1 });
    await collection.createIndex({ c: 1 });
    await collection.createIndex({ d: 1 }, { partialFilterExpression: { on: true } });
    expect(await indexUsed(collection, filter, sort)).toBe(index);
  });

  it('is not picked when its filter is not implied', async () => {
    const collection = await server().collection([{ d: 3 }]);
    await collection.createIndex({ d: 1 }, { partialFilterExpression: { on: true } });
    expect(await indexUsed(collection, { d: 3 }, {})).toBeUndefined();
  });

  it('can be asked for by name or key, and must exist then', async () => {
    const collection = await server().collection([{ a: 1, b: 1 }]);
    await collection.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }]);
    expect(await collection.find({ a: 1, b: 1 }).hint('b_1').toArray()).toHaveLength(1);
    expect(await collection.find({ a: 1, b: 1 }).hint({ b: 1 }).toArray()).toHaveLength(1);
    expect(await errorCode(collection.find({ a: 1 }).hint('zz').toArray())).toBe(2);
  });
});

async function indexUsed(
  collection: mongo.Collection<Doc>,
  filter: object,
  sort: object,
): Promise<string | undefined> {
  const find = collection.find(filter).sort(sort as Record<string, 1 | -1>);
  const plan = JSON.stringify(await find.explain('queryPlanner'));
  return /"indexName":"([^"]+)"/.exec(plan)?.[1];
}
