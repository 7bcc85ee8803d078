import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { errorCode, useDatabase } from './database-under-test.js';

const { ObjectId, MongoBulkWriteError } = mongo;

describe('an insert', () => {
  const server = useDatabase();

  it('makes an _id and puts it in front', async () => {
    const collection = await server().collection();
    await collection.insertOne({ b: 1, a: 2, _id: 5 });
    await server().db.command({ insert: collection.collectionName, documents: [{ z: 1 }] });
    const [first, second] = await collection.find().toArray();
    expect(Object.keys(first ?? {})).toEqual(['_id', 'b', 'a']);
    expect(Object.keys(second ?? {})).toEqual(['_id', 'z']);
    expect(second?._id).toBeInstanceOf(ObjectId);
  });

  it.each([
    ['an array', [1], 53],
    ['a regex', /a/, 53],
    ['a document with a $ name', { $a: 1 }, 52],
  ])('refuses %s as _id', async (_name, _id, code) => {
    const collection = await server().collection();
    expect(await errorCode(collection.insertOne({ _id }))).toBe(code);
  });

  it('refuses a second document with the same _id, whatever the type of the number', async () => {
    const collection = await server().collection([{ _id: 1 }]);
    expect(await errorCode(collection.insertOne({ _id: new mongo.Long(1) }))).toBe(11000);
  });

  it('stops at the first error when ordered', async () => {
    const collection = await server().collection();
    const result = await outcome(collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
    expect(result).toEqual({ inserted: 1, errors: [[1, 11000]] });
    expect(await collection.countDocuments()).toBe(1);
  });

  it('goes on after an error when unordered', async () => {
    const collection = await server().collection();
    const result = await outcome(
      collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }], { ordered: false }),
    );
    expect(result).toEqual({
      inserted: 3,
      errors: [
        [1, 11000],
        [3, 11000],
      ],
    });
  });

  it('keeps field names with dots and dollars inside', async () => {
    const collection = await server().collection();
    await collection.insertOne({ _id: 1, 'a.b': 1, c: { $d: 2 } });
    expect(await collection.findOne({})).toEqual({ _id: 1, 'a.b': 1, c: { $d: 2 } });
  });
});

describe('a delete', () => {
  const server = useDatabase();

  it('takes one or all', async () => {
    const collection = await server().collection([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 0 });
    expect(await collection.find().project({ _id: 0 }).toArray()).toEqual([{ a: 2 }]);
  });

  it('gives a unique key free', async () => {
    const collection = await server().collection([{ _id: 1, a: 1 }]);
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.deleteOne({ a: 1 });
    await collection.insertOne({ _id: 2, a: 1 });
    expect(await collection.countDocuments({ a: 1 })).toBe(1);
  });
});

describe('findOneAnd…', () => {
  const server = useDatabase();
  const three = [
    { _id: 1, n: 3 },
    { _id: 2, n: 1 },
    { _id: 3, n: 2 },
  ];

  it('updates the first in the wanted order, with and without an index', async () => {
    const collection = await server().collection(three);
    expect(await collection.findOneAndUpdate({}, { $set: { n: 9 } }, { sort: { n: 1 } })).toEqual({
      _id: 2,
      n: 1,
    });
    await collection.createIndex({ n: 1 });
    const after = { sort: { n: 1 }, returnDocument: 'after' } as const;
    expect(await collection.findOneAndUpdate({ n: { $lt: 5 } }, { $inc: { n: 10 } } as never, after)).toEqual(
      { _id: 3, n: 12 },
    );
  });

  it('answers null when nothing was found', async () => {
    const collection = await server().collection(three);
    expect(await collection.findOneAndUpdate({ n: 99 }, { $set: { n: 1 } })).toBeNull();
    expect(await collection.findOneAndDelete({ n: 99 })).toBeNull();
    expect(await collection.findOneAndReplace({ n: 99 }, { n: 1 })).toBeNull();
  });

  it('upserts, and answers with the document before or after', async () => {
    const collection = await server().collection();
    const upsert = { upsert: true } as const;
    expect(await collection.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }, upsert)).toBeNull();
    expect(
      await collection.findOneAndUpdate(
        { _id: 2 },
        { $set: { a: 2 } },
        { ...upsert, returnDocument: 'after' },
      ),
    ).toEqual({ _id: 2, a: 2 });
    const raw = await collection.findOneAndUpdate(
      { _id: 3 },
      { $set: { a: 3 } },
      { ...upsert, includeResultMetadata: true },
    );
    expect(raw.lastErrorObject).toEqual({ n: 1, updatedExisting: false, upserted: 3 });
  });

  it('shapes what it answers with', async () => {
    const collection = await server().collection([{ _id: 1, a: 1, b: [{ x: 1 }, { x: 2 }] }]);
    const found = await collection.findOneAndUpdate({ 'b.x': 2 }, { $set: { 'b.$.y': 5 } } as never, {
      projection: { b: 1, _id: 0 },
      returnDocument: 'after',
    });
    expect(found).toEqual({ b: [{ x: 1 }, { x: 2, y: 5 }] });
  });

  it('replaces and deletes', async () => {
    const collection = await server().collection(three);
    expect(await collection.findOneAndReplace({ _id: 1 }, { m: 1 }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      m: 1,
    });
    expect(await collection.findOneAndDelete({}, { sort: { n: -1 } })).toEqual({ _id: 3, n: 2 });
    expect(await collection.countDocuments()).toBe(2);
  });

  it('gives each of many at once a row of its own', async () => {
    const collection = await server().collection(
      Array.from({ length: 200 }, (_, i) => ({ _id: i, status: 'queued', at: i })),
    );
    await collection.createIndex({ status: 1, at: 1 });
    const claim = () =>
      collection.findOneAndUpdate({ status: 'queued' }, { $set: { status: 'leased' } }, { sort: { at: 1 } });
    const claimed = await Promise.all(Array.from({ length: 200 }, claim));
    expect(new Set(claimed.map((row) => row?._id)).size).toBe(200);
    expect(await claim()).toBeNull();
  });

  it('refuses an update and a removal together', async () => {
    const collection = await server().collection();
    const command = {
      findAndModify: collection.collectionName,
      query: {},
      update: { $set: { a: 1 } },
      remove: true,
    };
    expect(await errorCode(server().db.command(command))).toBe(9);
  });
});

describe('bulkWrite', () => {
  const server = useDatabase();

  it('counts every kind of write', async () => {
    const collection = await server().collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
      { _id: 3, a: 3 },
    ]);
    const result = await collection.bulkWrite([
      { insertOne: { document: { _id: 4, a: 4 } } },
      { updateOne: { filter: { _id: 1 }, update: { $inc: { a: 1 } } as never } },
      { updateMany: { filter: {}, update: { $set: { b: 1 } } } },
      { replaceOne: { filter: { _id: 9 }, replacement: { a: 9 }, upsert: true } },
      { deleteOne: { filter: { _id: 2 } } },
      { deleteMany: { filter: { a: { $gte: 4 } } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 5,
      modifiedCount: 5,
      upsertedCount: 1,
      upsertedIds: { 3: 9 },
      deletedCount: 3,
    });
  });

  it('says which operations failed when unordered', async () => {
    const collection = await server().collection([{ _id: 1, a: 'x' }]);
    const result = await outcome(
      collection.bulkWrite(
        [
          { insertOne: { document: { _id: 1 } } },
          { updateOne: { filter: { _id: 1 }, update: { $inc: { a: 1 } } as never } },
          { insertOne: { document: { _id: 2 } } },
        ],
        { ordered: false },
      ),
    );
    expect(result).toEqual({
      inserted: 1,
      errors: [
        [0, 11000],
        [1, 14],
      ],
    });
  });

  it('stops at the first error when ordered', async () => {
    const collection = await server().collection([{ _id: 1 }]);
    const insert = (_id: number) => ({ insertOne: { document: { _id } } });
    expect(await outcome(collection.bulkWrite([insert(2), insert(1), insert(3)]))).toEqual({
      inserted: 1,
      errors: [[1, 11000]],
    });
  });
});

/** What a bulk did before and despite its errors. */
async function outcome(
  promise: Promise<{ insertedCount: number }>,
): Promise<{ inserted: number; errors: unknown[] }> {
  try {
    return { inserted: (await promise).insertedCount, errors: [] };
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const errors = [error.writeErrors].flat().map(({ index, code }) => [index, code]);
    return { inserted: error.insertedCount, errors: errors.sort() };
  }
}
