import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { type Doc, errorCode, useDatabase } from './database-under-test.js';

const { Long, Int32, Double } = mongo;

interface Case {
  readonly before: Doc;
  readonly filter?: object;
  readonly update: object;
  readonly options?: mongo.UpdateOptions;
  /** The document afterwards, without `_id`; or the code of the refusal */
  readonly after: object | number;
  /** Only when matching changes nothing */
  readonly modified?: number;
}

const CASES: Readonly<Record<string, Case>> = {
  '$set makes the documents on its way': {
    before: {},
    update: { $set: { 'a.b.c': 1 } },
    after: { a: { b: { c: 1 } } },
  },
  '$set puts new fields in the order of their names': {
    before: { z: 0 },
    update: { $set: { c: 1, a: 2, b: 3 } },
    after: { z: 0, a: 2, b: 3, c: 1 },
  },
  '$set of the same value changes nothing': {
    before: { a: 1 },
    update: { $set: { a: 1 } },
    after: { a: 1 },
    modified: 0,
  },
  '$set of the same number of another type is a change': {
    before: { a: 1 },
    update: { $set: { a: new Long(1) } },
    after: { a: 1 },
  },
  '$set of the same _id is allowed': {
    before: { _id: 1, a: 1 },
    update: { $set: { _id: 1, a: 2 } },
    after: { a: 2 },
  },
  '$set of another _id is refused': { before: { _id: 1, a: 1 }, update: { $set: { _id: 2 } }, after: 66 },
  '$unset of _id is refused': { before: { a: 1 }, update: { $unset: { _id: 1 } }, after: 66 },
  '$set fills an array up with null': {
    before: { a: [1] },
    update: { $set: { 'a.3': 4 } },
    after: { a: [1, null, null, 4] },
  },
  '$set into an element of an array': {
    before: { a: [{ b: 1 }, { b: 2 }] },
    update: { $set: { 'a.1.b': 9 } },
    after: { a: [{ b: 1 }, { b: 9 }] },
  },
  '$set below a number is refused': { before: { a: 1 }, update: { $set: { 'a.b': 1 } }, after: 28 },
  '$set below null is refused': { before: { a: null }, update: { $set: { 'a.b': 1 } }, after: 28 },
  '$set of a name in an array is refused': { before: { a: [1] }, update: { $set: { 'a.b': 1 } }, after: 28 },
  '$unset takes a field away': { before: { a: 1, b: 2 }, update: { $unset: { a: '' } }, after: { b: 2 } },
  '$unset of an element leaves null': {
    before: { a: [1, 2] },
    update: { $unset: { 'a.0': 1 } },
    after: { a: [null, 2] },
  },
  '$unset of nothing changes nothing': {
    before: { a: 1 },
    update: { $unset: { 'b.c': 1, 'a.x': 1 } },
    after: { a: 1 },
    modified: 0,
  },
  '$inc of a missing field sets it': { before: {}, update: { $inc: { 'a.n': 5 } }, after: { a: { n: 5 } } },
  '$inc by a fraction': { before: { a: 1 }, update: { $inc: { a: 0.5 } }, after: { a: 1.5 } },
  '$inc below zero': { before: { a: 1 }, update: { $inc: { a: -3 } }, after: { a: -2 } },
  '$inc of a text is refused': { before: { a: 'x' }, update: { $inc: { a: 1 } }, after: 14 },
  '$inc of null is refused': { before: { a: null }, update: { $inc: { a: 1 } }, after: 14 },
  '$inc by a text is refused': { before: { a: 1 }, update: { $inc: { a: 'x' } }, after: 14 },
  '$inc by zero changes nothing': {
    before: { a: 1 },
    update: { $inc: { a: 0 } },
    after: { a: 1 },
    modified: 0,
  },
  '$min keeps the smaller': {
    before: { a: 5, b: 5 },
    update: { $min: { a: 3, b: 9, c: 1 } },
    after: { a: 3, b: 5, c: 1 },
  },
  '$max compares across types': { before: { a: 5 }, update: { $max: { a: 'x' } }, after: { a: 'x' } },
  '$push makes the array': { before: {}, update: { $push: { a: 1 } }, after: { a: [1] } },
  '$push appends an array as one element': {
    before: { a: [1] },
    update: { $push: { a: [2, 3] } },
    after: { a: [1, [2, 3]] },
  },
  '$push with $each': {
    before: { a: [1] },
    update: { $push: { a: { $each: [2, 3] } } },
    after: { a: [1, 2, 3] },
  },
  '$push with $slice from the end': {
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [3], $slice: -2 } } },
    after: { a: [2, 3] },
  },
  '$push with $slice onto a missing field': {
    before: {},
    update: { $push: { a: { $each: [1, 2, 3], $slice: 2 } } },
    after: { a: [1, 2] },
  },
  '$push with $slice of zero': {
    before: { a: [1] },
    update: { $push: { a: { $each: [2], $slice: 0 } } },
    after: { a: [] },
  },
  '$push with $position': {
    before: { a: [1, 4] },
    update: { $push: { a: { $each: [2, 3], $position: 1 } } },
    after: { a: [1, 2, 3, 4] },
  },
  '$push with $position from the end': {
    before: { a: [1, 4] },
    update: { $push: { a: { $each: [3], $position: -1 } } },
    after: { a: [1, 3, 4] },
  },
  '$push with $sort of documents': {
    before: { a: [{ s: 5 }, { s: 1 }] },
    update: { $push: { a: { $each: [{ s: 3 }], $sort: { s: -1 }, $slice: 2 } } },
    after: { a: [{ s: 5 }, { s: 3 }] },
  },
  '$push with $sort of values': {
    before: { a: [3, 'a', 1] },
    update: { $push: { a: { $each: [2], $sort: 1 } } },
    after: { a: [1, 2, 3, 'a'] },
  },
  '$push onto a number is refused': { before: { a: 1 }, update: { $push: { a: 1 } }, after: 2 },
  '$push onto null is refused': { before: { a: null }, update: { $push: { a: 1 } }, after: 2 },
  '$push with an unknown clause is refused': {
    before: {},
    update: { $push: { a: { $each: [1], $frob: 1 } } },
    after: 2,
  },
  '$addToSet adds what is missing': {
    before: { a: [1, { x: 1 }] },
    update: { $addToSet: { a: { $each: [1, { x: 1 }, { x: 2 }, { x: 2 }] } } },
    after: { a: [1, { x: 1 }, { x: 2 }] },
  },
  '$addToSet makes the array': { before: {}, update: { $addToSet: { a: 'x' } }, after: { a: ['x'] } },
  '$addToSet of what is there changes nothing': {
    before: { a: [1] },
    update: { $addToSet: { a: new Long(1) } },
    after: { a: [1] },
    modified: 0,
  },
  '$pull of a value': { before: { a: [1, 2, 1, [1]] }, update: { $pull: { a: 1 } }, after: { a: [2, [1]] } },
  '$pull by a condition': {
    before: { a: [1, 5, 9, 'x'] },
    update: { $pull: { a: { $gte: 5 } } },
    after: { a: [1, 'x'] },
  },
  '$pull of documents by some of their fields': {
    before: { a: [{ x: 1, y: 1 }, { x: 2 }, 1] },
    update: { $pull: { a: { x: 1 } } },
    after: { a: [{ x: 2 }, 1] },
  },
  '$pull with $or': {
    before: { a: [{ x: 1 }, { y: 2 }, { z: 3 }] },
    update: { $pull: { a: { $or: [{ x: 1 }, { y: 2 }] } } },
    after: { a: [{ z: 3 }] },
  },
  '$pull with $in': {
    before: { a: [1, 2, 3] },
    update: { $pull: { a: { $in: [1, 3] } } },
    after: { a: [2] },
  },
  '$pull from a missing field changes nothing': {
    before: {},
    update: { $pull: { a: 1 } },
    after: {},
    modified: 0,
  },
  '$pull from a number is refused': { before: { a: 1 }, update: { $pull: { a: 1 } }, after: 2 },
  '$setOnInsert does nothing to what is there': {
    before: { a: 1 },
    update: { $setOnInsert: { a: 2 }, $set: { b: 1 } },
    after: { a: 1, b: 1 },
  },
  '$ is the element the query found': {
    before: { a: [1, 5, 5] },
    filter: { a: 5 },
    update: { $set: { 'a.$': 9 } },
    after: { a: [1, 9, 5] },
  },
  '$ after $elemMatch': {
    before: {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ],
    },
    filter: { a: { $elemMatch: { x: 1, y: 2 } } },
    update: { $inc: { 'a.$.y': 10 } },
    after: {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 12 },
      ],
    },
  },
  '$ after a dotted path': {
    before: { a: [{ x: 1 }, { x: 2 }] },
    filter: { 'a.x': 2 },
    update: { $set: { 'a.$.x': 3 } },
    after: { a: [{ x: 1 }, { x: 3 }] },
  },
  '$ without an array in the query is refused': {
    before: { a: [1], b: 1 },
    filter: { b: 1 },
    update: { $set: { 'a.$': 9 } },
    after: 2,
  },
  '$[] is every element': {
    before: { a: [{ x: 1 }, { x: 2 }] },
    update: { $inc: { 'a.$[].x': 1 } },
    after: { a: [{ x: 2 }, { x: 3 }] },
  },
  'two paths through $[] do not conflict': {
    before: { a: [{ x: 1, y: 1 }] },
    update: { $set: { 'a.$[].x': 5, 'a.$[].y': 6 } },
    after: { a: [{ x: 5, y: 6 }] },
  },
  '$[] of a missing field is refused': { before: {}, update: { $set: { 'a.$[]': 1 } }, after: 2 },
  '$[] of a number is refused': { before: { a: 1 }, update: { $set: { 'a.$[]': 1 } }, after: 2 },
  '$[x] is what its filter finds': {
    before: { a: [1, 5, 9] },
    update: { $set: { 'a.$[big]': 0 } },
    options: { arrayFilters: [{ big: { $gte: 5 } }] },
    after: { a: [1, 0, 0] },
  },
  '$[x] on documents': {
    before: {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 1 },
      ],
    },
    update: { $set: { 'a.$[e].v': 7 } },
    options: { arrayFilters: [{ 'e.k': 2 }] },
    after: {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 7 },
      ],
    },
  },
  '$[x] without a filter is refused': { before: { a: [1] }, update: { $set: { 'a.$[x]': 0 } }, after: 2 },
  'a filter nobody uses is refused': {
    before: { a: [1] },
    update: { $set: { a: 0 } },
    options: { arrayFilters: [{ x: 1 }] },
    after: 9,
  },
  'two operators at one path are refused': {
    before: {},
    update: { $set: { a: 1 }, $inc: { a: 1 } },
    after: 40,
  },
  'a path inside another is refused': { before: {}, update: { $set: { 'a.b': 1, a: 1 } }, after: 40 },
  'an unknown operator is refused': { before: {}, update: { $frob: { a: 1 } }, after: 9 },
  'an operator without fields is refused': { before: {}, update: { $set: 1 }, after: 9 },
  'an empty field name is refused': { before: {}, update: { $set: { 'a..b': 1 } }, after: 56 },
  'a $ name is refused': { before: {}, update: { $set: { 'a.$b': 1 } }, after: 52 },
};

describe('an update', () => {
  const server = useDatabase();

  it.each(Object.entries(CASES))(
    '%s',
    async (_name, { before, filter = {}, update, options, after, modified }) => {
      const collection = await server().collection([before]);
      const run = collection.updateOne(filter, update as mongo.UpdateFilter<Doc>, options);
      if (typeof after === 'number') {
        expect(await errorCode(run)).toBe(after);
        return;
      }
      expect(await run).toMatchObject({ matchedCount: 1, modifiedCount: modified ?? 1 });
      const { _id, ...fields } = (await collection.findOne({})) ?? {};
      expect(JSON.stringify(fields)).toBe(JSON.stringify(after));
    },
  );

  it('keeps and widens the types of numbers', async () => {
    const collection = await server().collection([
      { _id: 1, int: new Int32(2147483647), long: Long.fromNumber(1), double: new Double(1) },
    ]);
    await collection.updateOne({}, { $inc: { int: 1, long: 1, double: 1 } } as mongo.UpdateFilter<Doc>);
    const found = await collection.findOne({}, { promoteValues: false });
    expect(found).toMatchObject({
      int: Long.fromNumber(2147483648),
      long: Long.fromNumber(2),
      double: new Double(2),
    });
  });

  it('$currentDate gives a date or a timestamp', async () => {
    const collection = await server().collection([{}]);
    await collection.updateOne({}, { $currentDate: { date: true, stamp: { $type: 'timestamp' } } } as never);
    const found = await collection.findOne({});
    expect(found?.date).toBeInstanceOf(Date);
    expect(found?.stamp).toBeInstanceOf(mongo.Timestamp);
  });

  it('changes many, and says how many it found and changed', async () => {
    const collection = await server().collection([{ a: 1 }, { a: 2 }, { a: 2 }]);
    expect(await collection.updateMany({}, { $set: { a: 2 } })).toMatchObject({
      matchedCount: 3,
      modifiedCount: 1,
    });
  });

  it('changes each document once although the change moves it on in the index', async () => {
    const collection = await server().collection(Array.from({ length: 500 }, (_, i) => ({ _id: i, a: i })));
    await collection.createIndex({ a: 1 });
    await collection.updateMany({ a: { $gte: 0 } }, { $inc: { a: 1_000 } });
    expect(await collection.countDocuments({ a: { $gte: 2_000 } })).toBe(0);
    expect(await collection.countDocuments({ a: { $gte: 1_000 } })).toBe(500);
  });

  it('keeps the documents changed before one that fails', async () => {
    const collection = await server().collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 'x' },
      { _id: 3, a: 1 },
    ]);
    expect(await errorCode(collection.updateMany({}, { $inc: { a: 1 } }))).toBe(14);
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, a: 2 },
      { _id: 2, a: 'x' },
      { _id: 3, a: 1 },
    ]);
  });

  it('replaces a document and keeps its _id', async () => {
    const collection = await server().collection([{ _id: 1, a: 1, b: 2 }]);
    expect(await collection.replaceOne({ a: 1 }, { c: 3 })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    });
    expect(await collection.findOne({})).toEqual({ _id: 1, c: 3 });
    expect(await errorCode(collection.replaceOne({}, { _id: 2, c: 3 } as never))).toBe(66);
  });

  describe('an upsert', () => {
    it.each([
      [
        'takes the equalities of the filter',
        { a: 1, 'b.c': 2, d: { $gt: 5 } },
        { $set: { e: 1 } },
        { a: 1, b: { c: 2 }, e: 1 },
      ],
      [
        'takes $eq, $in and $all of one value, and $and',
        { $and: [{ a: { $eq: 1 } }, { b: { $in: [2] } }, { c: { $all: [3] } }] },
        { $set: { e: 1 } },
        { a: 1, b: 2, c: 3, e: 1 },
      ],
      ['runs $setOnInsert', { a: 1 }, { $setOnInsert: { b: 2 }, $inc: { n: 1 } }, { a: 1, b: 2, n: 1 }],
      ['ignores $or of several', { $or: [{ a: 1 }, { a: 2 }] }, { $set: { e: 1 } }, { e: 1 }],
      ['lets the update change what the filter said', { a: 1 }, { $set: { a: 2 } }, { a: 2 }],
    ])('%s', async (_name, filter, update, after) => {
      const collection = await server().collection();
      const { upsertedId, upsertedCount, matchedCount } = await collection.updateOne(
        filter as object,
        update as never,
        { upsert: true },
      );
      expect({ upsertedCount, matchedCount }).toEqual({ upsertedCount: 1, matchedCount: 0 });
      expect(await collection.findOne({})).toEqual({ _id: upsertedId, ...after });
    });

    it('takes the _id of the filter', async () => {
      const collection = await server().collection();
      expect(await collection.updateOne({ _id: 7 }, { $set: { a: 1 } }, { upsert: true })).toMatchObject({
        upsertedId: 7,
      });
      expect(await collection.replaceOne({ _id: 8 }, { b: 1 }, { upsert: true })).toMatchObject({
        upsertedId: 8,
      });
      expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 7, a: 1 },
        { _id: 8, b: 1 },
      ]);
    });

    it('refuses another _id than the filter said', async () => {
      const collection = await server().collection();
      expect(
        await errorCode(collection.updateOne({ _id: 7 }, { $set: { _id: 8 } } as never, { upsert: true })),
      ).toBe(66);
    });

    it('refuses a filter that says a field twice', async () => {
      const collection = await server().collection();
      expect(
        await errorCode(
          collection.updateOne({ $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }, { upsert: true }),
        ),
      ).toBe(54);
    });
  });
});
