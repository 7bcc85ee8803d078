import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { type Doc, errorCode, useDatabase } from './database-under-test.js';

const { Long, Double, Int32, ObjectId } = mongo;

const ORDERS: readonly Doc[] = [
  { _id: 1, city: 'Ніжин', n: 2, tags: ['a', 'b'], at: new Date('2026-03-29T00:30:00Z') },
  { _id: 2, city: 'Ніжин', n: 3, tags: [], at: new Date('2026-03-30T12:00:00Z') },
  { _id: 3, city: 'Носівка', n: 5, tags: ['b'], at: new Date('2026-04-01T12:00:00Z') },
  { _id: 4, n: 7, at: new Date('2026-04-02T12:00:00Z') },
];

const PIPELINES: Readonly<
  Record<string, readonly [pipeline: readonly object[], results: readonly object[]]>
> = {
  '$match, $sort, $skip and $limit': [
    [
      { $match: { n: { $gt: 2 } } },
      { $sort: { n: -1 } },
      { $skip: 1 },
      { $limit: 1 },
      { $project: { n: 1 } },
    ],
    [{ _id: 3, n: 5 }],
  ],
  '$group by a field; missing and null are one group': [
    [
      {
        $group: {
          _id: '$city',
          n: { $sum: '$n' },
          count: { $sum: 1 },
          max: { $max: '$n' },
          min: { $min: '$at' },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: null, n: 7, count: 1, max: 7, min: new Date('2026-04-02T12:00:00Z') },
      { _id: 'Носівка', n: 5, count: 1, max: 5, min: new Date('2026-04-01T12:00:00Z') },
      { _id: 'Ніжин', n: 5, count: 2, max: 3, min: new Date('2026-03-29T00:30:00Z') },
    ],
  ],
  '$group of everything': [
    [
      {
        $group: {
          _id: null,
          avg: { $avg: '$n' },
          first: { $first: '$city' },
          last: { $last: '$city' },
          all: { $push: '$n' },
          cities: { $addToSet: '$city' },
          c: { $count: {} },
        },
      },
    ],
    [
      {
        _id: null,
        avg: 4.25,
        first: 'Ніжин',
        last: null,
        all: [2, 3, 5, 7],
        cities: ['Ніжин', 'Носівка'],
        c: 4,
      },
    ],
  ],
  '$group by several fields': [
    [
      { $group: { _id: { city: '$city', even: { $eq: [{ $mod: ['$n', 2] }, 0] } }, n: { $sum: 1 } } },
      { $sort: { n: -1, '_id.city': 1, '_id.even': 1 } },
    ],
    [
      { _id: { even: false }, n: 1 },
      { _id: { city: 'Носівка', even: false }, n: 1 },
      { _id: { city: 'Ніжин', even: false }, n: 1 },
      { _id: { city: 'Ніжин', even: true }, n: 1 },
    ],
  ],
  '$project keeps, computes and renames': [
    [
      { $match: { _id: 1 } },
      {
        $project: {
          _id: 0,
          town: '$city',
          twice: { $multiply: ['$n', 2] },
          first: { $arrayElemAt: ['$tags', 0] },
          nothing: '$zzz',
        },
      },
    ],
    [{ town: 'Ніжин', twice: 4, first: 'a' }],
  ],
  '$project leaves out': [
    [{ $match: { _id: 2 } }, { $project: { at: 0, tags: 0 } }],
    [{ _id: 2, city: 'Ніжин', n: 3 }],
  ],
  '$addFields and $set, also inside documents': [
    [
      { $match: { _id: 3 } },
      { $addFields: { 'a.b': '$n', n: { $add: ['$n', 1] } } },
      { $set: { c: 1 } },
      { $unset: ['tags', 'at', 'city'] },
    ],
    [{ _id: 3, n: 6, a: { b: 5 }, c: 1 }],
  ],
  $count: [[{ $match: { city: 'Ніжин' } }, { $count: 'n' }], [{ n: 2 }]],
  '$count of nothing gives nothing': [[{ $match: { city: 'x' } }, { $count: 'n' }], []],
  $unwind: [
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 3, tags: 'b' },
    ],
  ],
  '$unwind that keeps the empty': [
    [
      { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 1, tags: 'a', i: 0 },
      { _id: 1, tags: 'b', i: 1 },
      { _id: 2, i: null },
      { _id: 3, tags: 'b', i: 0 },
      { _id: 4, i: null },
    ],
  ],
  $sortByCount: [[{ $unwind: '$tags' }, { $sortByCount: '$tags' }, { $limit: 1 }], [{ _id: 'b', count: 2 }]],
  $bucket: [
    [
      {
        $bucket: {
          groupBy: '$n',
          boundaries: [0, 3, 6],
          default: 'more',
          output: { n: { $sum: 1 }, ids: { $push: '$_id' } },
        },
      },
    ],
    [
      { _id: 0, n: 1, ids: [1] },
      { _id: 3, n: 2, ids: [2, 3] },
      { _id: 'more', n: 1, ids: [4] },
    ],
  ],
  $facet: [
    [
      {
        $facet: {
          total: [{ $count: 'n' }],
          top: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
          none: [{ $match: { n: 99 } }],
        },
      },
    ],
    [{ total: [{ n: 4 }], top: [{ _id: 4 }], none: [] }],
  ],
  $replaceRoot: [
    [
      { $match: { _id: 1 } },
      { $replaceRoot: { newRoot: { id: '$_id', inner: { n: '$n' } } } },
      { $replaceWith: '$inner' },
    ],
    [{ n: 2 }],
  ],
};

/** Expression, the document it is computed on, the value; `undefined`: no value at all. */
const EXPRESSIONS: readonly (readonly [expression: unknown, document: Doc, value: unknown])[] = [
  [{ $add: ['$a', 2, 0.5] }, { a: 1 }, 3.5],
  [{ $add: ['$d', 1000] }, { d: new Date(0) }, new Date(1000)],
  [{ $add: ['$missing', 1] }, {}, null],
  [{ $subtract: ['$a', 5] }, { a: 3 }, -2],
  [{ $subtract: ['$d', '$e'] }, { d: new Date(5000), e: new Date(2000) }, 3000],
  [{ $divide: [7, 2] }, {}, 3.5],
  [{ $mod: [-7, 3] }, {}, -1],
  [{ $abs: -4 }, {}, 4],
  [{ $ceil: 1.2 }, {}, 2],
  [{ $floor: -1.2 }, {}, -2],
  [{ $round: [2.5] }, {}, 2],
  [{ $round: [3.456, 1] }, {}, 3.5],
  [{ $trunc: -2.7 }, {}, -2],
  [{ $eq: ['$a', new Double(1)] }, { a: new Int32(1) }, true],
  [{ $gt: ['x', 5] }, {}, true],
  [{ $lt: [null, 5] }, {}, true],
  [{ $eq: ['$missing', null] }, {}, false],
  [{ $lt: ['$missing', null] }, {}, true],
  [{ $cmp: [3, 3.5] }, {}, -1],
  [{ $eq: [{ x: 1, y: 2 }, '$o'] }, { o: { y: 2, x: 1 } }, false],
  [{ $in: ['$a', [1, 'x']] }, { a: 'x' }, true],
  [{ $and: ['$a', true, 'x'] }, { a: 0 }, false],
  [{ $or: ['$a', null] }, { a: 0 }, false],
  [{ $not: ['$missing'] }, {}, true],
  [{ $cond: [{ $gte: ['$a', 5] }, 'big', 'small'] }, { a: 5 }, 'big'],
  // biome-ignore lint/suspicious/noThenProperty: MongoDB's word
  [{ $cond: { if: '$a', then: 1, else: 2 } }, {}, 2],
  [{ $ifNull: ['$a', '$b', 'none'] }, { a: null }, 'none'],
  [{ $arrayElemAt: ['$a', -1] }, { a: [1, 2] }, 2],
  [{ $arrayElemAt: ['$a', 9] }, { a: [1, 2] }, undefined],
  [{ $concatArrays: ['$a', [3]] }, { a: [1] }, [1, 3]],
  [{ $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 1] } } }, { a: [1, 2, 3] }, [2, 3]],
  [{ $map: { input: '$a', as: 'x', in: { $multiply: ['$$x', '$k'] } } }, { a: [1, 2], k: 10 }, [10, 20]],
  [{ $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, { a: [1, 2, 3] }, 6],
  [
    { $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$k'] } } },
    { a: [{ k: 1 }, { k: 1 }], k: 5 },
    10,
  ],
  [{ $size: '$a' }, { a: [1, 2] }, 2],
  [{ $size: ['$a'] }, { a: [1, 2, 3] }, 3],
  [{ $first: '$a' }, { a: [[1], 2] }, [1]],
  [{ $concatArrays: '$a' }, { a: [[1], [2]] }, [[1], [2]]],
  ['$a.0', { a: [5] }, []],
  [{ $mergeObjects: '$a' }, { a: { x: 1 } }, { x: 1 }],
  [{ $slice: ['$missing', 1] }, {}, null],
  [{ $slice: ['$a', -2] }, { a: [1, 2, 3] }, [2, 3]],
  [{ $slice: ['$a', 1, 1] }, { a: [1, 2, 3] }, [2]],
  [{ $first: '$a' }, { a: [1, 2] }, 1],
  [{ $last: '$a' }, { a: [1, 2] }, 2],
  [{ $isArray: '$a' }, { a: [] }, true],
  [{ $range: [0, 6, 2] }, {}, [0, 2, 4]],
  [{ $range: [3, 0, -2] }, {}, [3, 1]],
  [{ $range: [3, 0] }, {}, []],
  [{ $reverseArray: '$a' }, { a: [1, 2] }, [2, 1]],
  [{ $concat: ['$a', '-', 'b'] }, { a: 'ї' }, 'ї-b'],
  [{ $concat: ['$missing', 'b'] }, {}, null],
  [{ $toUpper: '$a' }, { a: 'abї' }, 'ABї'],
  [{ $toLower: '$missing' }, {}, ''],
  [{ $split: ['a,b', ','] }, {}, ['a', 'b']],
  [{ $strLenCP: '😀ї' }, {}, 2],
  [{ $substrCP: ['привіт', 1, 2] }, {}, 'ри'],
  [{ $trim: { input: '  x ' } }, {}, 'x'],
  [{ $year: '$d' }, { d: new Date('2026-12-31T23:30:00Z') }, 2026],
  [{ $month: '$d' }, { d: new Date('2026-12-31T23:30:00Z') }, 12],
  [{ $dayOfMonth: '$d' }, { d: new Date('2026-12-31T23:30:00Z') }, 31],
  [{ $dayOfWeek: '$d' }, { d: new Date('2026-11-22T10:00:00Z') }, 1],
  [{ $dayOfYear: '$d' }, { d: new Date('2026-02-01T10:00:00Z') }, 32],
  [{ $hour: '$d' }, { d: new Date('2026-02-01T10:20:30.040Z') }, 10],
  [{ $minute: '$d' }, { d: new Date('2026-02-01T10:20:30.040Z') }, 20],
  [{ $second: '$d' }, { d: new Date('2026-02-01T10:20:30.040Z') }, 30],
  [{ $millisecond: '$d' }, { d: new Date('2026-02-01T10:20:30.040Z') }, 40],
  [
    { $dateToString: { format: '%Y-%m-%d %H:%M', date: '$d' } },
    { d: new Date('2026-02-01T10:20:30Z') },
    '2026-02-01 10:20',
  ],
  [{ $mergeObjects: ['$a', { y: 2 }] }, { a: { x: 1 } }, { x: 1, y: 2 }],
  [{ $objectToArray: '$a' }, { a: { x: 1 } }, [{ k: 'x', v: 1 }]],
  [{ $arrayToObject: '$a' }, { a: [{ k: 'x', v: 1 }] }, { x: 1 }],
  [{ $literal: '$a' }, { a: 1 }, '$a'],
  [{ $let: { vars: { x: { $add: ['$a', 1] } }, in: { $multiply: ['$$x', 2] } } }, { a: 1 }, 4],
  ['$a.b', { a: [{ b: 1 }, {}, { b: 2 }] }, [1, 2]],
  ['$$ROOT.a', { a: 5 }, 5],
  ['$$REMOVE', {}, undefined],
];

const REFUSED: readonly (readonly [name: string, pipeline: readonly object[], code: number])[] = [
  ['an unknown stage', [{ $frob: {} }], 40324],
  ['a stage of two names', [{ $match: {}, $limit: 1 }], 40323],
  ['an unknown expression', [{ $project: { a: { $frob: 1 } } }], 168],
  ['an unknown accumulator', [{ $group: { _id: null, a: { $frob: 1 } } }], 15952],
  ['a $group without _id', [{ $group: { a: { $sum: 1 } } }], 15955],
  ['a limit of zero', [{ $limit: 0 }], 15958],
  ['an inclusion and an exclusion', [{ $project: { a: 1, b: 0 } }], 31254],
  ['an unwind without $', [{ $unwind: 'a' }], 28818],
  ['an empty facet', [{ $facet: {} }], 40169],
  ['a new root that is no document', [{ $replaceRoot: { newRoot: '$n' } }], 40228],
];

describe('an aggregation', () => {
  const server = useDatabase();

  it.each(Object.entries(PIPELINES))('%s', async (_name, [pipeline, results]) => {
    const collection = await server().collection(ORDERS);
    expect(await collection.aggregate([...pipeline]).toArray()).toEqual(results);
    await collection.createIndex({ city: 1, n: 1 });
    expect(await collection.aggregate([...pipeline]).toArray()).toEqual(results);
  });

  it.each(EXPRESSIONS)('computes %j', async (expression, document, value) => {
    const collection = await server().collection([{ _id: 1, ...document }]);
    const [result] = await collection
      .aggregate([{ $addFields: { result: expression } }, { $project: { _id: 0, result: 1 } }])
      .toArray();
    expect(result).toEqual(value === undefined ? {} : { result: value });
  });

  it.each(REFUSED)('is refused with %s', async (_name, pipeline, code) => {
    const collection = await server().collection(ORDERS);
    expect(await errorCode(collection.aggregate([...pipeline]).toArray())).toBe(code);
  });

  it('joins another collection by one field', async () => {
    const people = await server().collection([
      { _id: 1, name: 'Олена' },
      { _id: 2, name: 'Іван' },
    ]);
    const posts = await server().collection([{ _id: 1, by: 1 }, { _id: 2, by: [1, 2] }, { _id: 3 }]);
    const lookup = {
      $lookup: { from: people.collectionName, localField: 'by', foreignField: '_id', as: 'authors' },
    };
    const joined = await posts.aggregate([lookup, { $project: { names: '$authors.name' } }]).toArray();
    expect(joined).toEqual([
      { _id: 1, names: ['Олена'] },
      { _id: 2, names: ['Олена', 'Іван'] },
      { _id: 3, names: [] },
    ]);
  });

  it('keeps the type of numbers it passes on and sums them exactly', async () => {
    const collection = await server().collection([
      { _id: 1, d: new Double(1), l: Long.fromNumber(1), i: 2147483647 },
      { _id: 2, i: 1 },
    ]);
    const options = { promoteValues: false } as const;
    const [passed] = await collection
      .aggregate([{ $match: { _id: 1 } }, { $addFields: { x: 1 } }], options)
      .toArray();
    expect(passed).toMatchObject({ d: new Double(1), l: Long.fromNumber(1) });
    const [summed] = await collection
      .aggregate(
        [{ $group: { _id: null, i: { $sum: '$i' }, d: { $sum: '$d' }, l: { $sum: '$l' } } }],
        options,
      )
      .toArray();
    expect(summed).toEqual({
      _id: null,
      i: Long.fromNumber(2147483648),
      d: new Double(1),
      l: Long.fromNumber(1),
    });
  });

  it('counts by fields of an index as it does by the documents', async () => {
    const broadcasts = [new ObjectId(), new ObjectId()];
    const rows = Array.from({ length: 300 }, (_, i) => ({
      broadcastId: broadcasts[i % 2],
      channel: i % 3 === 0 ? 'viber' : 'telegram',
      status: ['queued', 'sent', 'failed'][i % 5] ?? 'seen',
    }));
    const collection = await server().collection(rows);
    const count = () =>
      collection
        .aggregate([
          { $match: { broadcastId: broadcasts[0] } },
          { $group: { _id: { channel: '$channel', status: '$status' }, n: { $sum: 1 } } },
          { $sort: { _id: 1 } },
        ])
        .toArray();
    const slow = await count();
    await collection.createIndex({ broadcastId: 1, channel: -1, status: 1, dueAt: 1 });
    expect(await count()).toEqual(slow);
    expect(await collection.countDocuments({ broadcastId: broadcasts[1], channel: 'viber' })).toBe(50);
  });

  it('gives its results batch by batch', async () => {
    const collection = await server().collection(Array.from({ length: 250 }, (_, i) => ({ _id: i })));
    const seen = await collection
      .aggregate([{ $match: {} }, { $project: { _id: 1 } }], { batchSize: 20 })
      .toArray();
    expect(seen.map(({ _id }) => _id)).toEqual(Array.from({ length: 250 }, (_, i) => i));
  });
});
