import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { type Doc, errorCode, useDatabase } from './database-under-test.js';

const { Long, Decimal128, ObjectId, Int32, Double, Binary, Timestamp, MinKey, MaxKey } = mongo;

/** Documents by `_id`, a filter, and the ids it finds. */
type Row = readonly [name: string, documents: readonly Doc[], filter: object, ids: readonly unknown[]];

const values = (list: readonly unknown[]): Doc[] =>
  list.map((a, i) => ({ _id: i, ...(a === undefined ? {} : { a }) }));

const DOCUMENTS_WITH_NULLS: Doc[] = [
  { _id: 'empty', a: {} },
  { _id: 'null', a: null },
  { _id: 'number', a: 4 },
  { _id: 'b-set', a: { b: 'hi' } },
  { _id: 'b-null', a: { b: null } },
  { _id: 'missing' },
  { _id: 'array-empty', a: [] },
  { _id: 'array-scalars', a: [1, 2] },
  { _id: 'array-null', a: [null] },
  { _id: 'array-docs', a: [{ b: 1 }, { b: 2 }] },
  { _id: 'array-b-missing', a: [{ b: 1 }, {}] },
  { _id: 'array-b-null', a: [{ b: null }, { b: 3 }] },
  { _id: 'double-array', a: [[]] },
];

const ROWS: readonly Row[] = [
  [
    'equality of numbers ignores their type',
    values([1, new Long(1), new Double(1), new Double(1.5), '1']),
    { a: 1 },
    [0, 1, 2],
  ],
  [
    'decimals equal doubles of the same value',
    values([Decimal128.fromString('1.50'), 1.5, Decimal128.fromString('0.1'), 0.1]),
    { a: 1.5 },
    [0, 1],
  ],
  [
    'a decimal 0.1 is not the double 0.1',
    values([Decimal128.fromString('0.1'), 0.1]),
    { a: Decimal128.fromString('0.1') },
    [0],
  ],
  [
    'int64 beyond 2^53 is compared exactly',
    values([Long.fromString('9007199254740993'), Long.fromString('9007199254740992')]),
    { a: { $gt: 9007199254740992 } },
    [0],
  ],
  [
    'equality finds an element of an array, and the array itself',
    values([[1, 2], [2, 3], 2, [[1, 2]]]),
    { a: [1, 2] },
    [0, 3],
  ],
  ['a scalar is found in an array', values([[1, 2], [2, 3], 2, [[2]]]), { a: 2 }, [0, 1, 2]],
  [
    'documents are equal with the same fields in the same order',
    values([{ x: 1, y: 2 }, { y: 2, x: 1 }, { x: 1 }]),
    { a: { x: 1, y: 2 } },
    [0],
  ],
  [
    'comparisons stay within the type',
    values([1, '5', null, 7, [9], new Date(10), true]),
    { a: { $gt: 4 } },
    [3, 4],
  ],
  ['$lt on strings', values(['a', 'b', 1, 'ї', 'я']), { a: { $lt: 'ї' } }, [0, 1, 4]],
  ['strings compare by code point, emoji last', values(['😀', '\uffee', 'z']), { a: { $gt: '\uffee' } }, [0]],
  [
    'two bounds may be met by two elements of an array',
    values([[1, 10], [5], [1, 2]]),
    { a: { $gt: 4, $lt: 6 } },
    [0, 1],
  ],
  [
    '$elemMatch wants both of one element',
    values([[1, 10], [5], [1, 2]]),
    { a: { $elemMatch: { $gt: 4, $lt: 6 } } },
    [1],
  ],
  [
    '$gte null finds null and missing',
    DOCUMENTS_WITH_NULLS,
    { a: { $gte: null } },
    ['null', 'missing', 'array-null'],
  ],
  ['$eq null finds null and missing', DOCUMENTS_WITH_NULLS, { a: null }, ['null', 'missing', 'array-null']],
  [
    '$ne null',
    DOCUMENTS_WITH_NULLS,
    { a: { $ne: null } },
    [
      'empty',
      'number',
      'b-set',
      'b-null',
      'array-empty',
      'array-scalars',
      'array-docs',
      'array-b-missing',
      'array-b-null',
      'double-array',
    ],
  ],
  [
    'null below an array of documents',
    DOCUMENTS_WITH_NULLS,
    { 'a.b': null },
    ['empty', 'null', 'number', 'b-null', 'missing', 'array-b-missing', 'array-b-null'],
  ],
  [
    '$exists looks through arrays',
    DOCUMENTS_WITH_NULLS,
    { 'a.b': { $exists: true } },
    ['b-set', 'b-null', 'array-docs', 'array-b-missing', 'array-b-null'],
  ],
  [
    '$exists false',
    DOCUMENTS_WITH_NULLS,
    { 'a.b': { $exists: false } },
    ['empty', 'null', 'number', 'missing', 'array-empty', 'array-scalars', 'array-null', 'double-array'],
  ],
  ['$in with null finds missing', values([1, null, undefined, 2]), { a: { $in: [1, null] } }, [0, 1, 2]],
  ['$in with a regex', values(['abc', 'xbc', 3]), { a: { $in: [/^a/, 3] } }, [0, 2]],
  ['$nin', values([1, null, undefined, [1, 2], 3]), { a: { $nin: [1, null] } }, [4]],
  ['$ne on an array means no element', values([[1, 2], [2, 3], 1]), { a: { $ne: 1 } }, [1]],
  [
    '$not of a comparison finds other types too',
    values([1, 9, 'x', undefined]),
    { a: { $not: { $gt: 5 } } },
    [0, 2, 3],
  ],
  ['$not of a regex', values(['abc', 'x', 1]), { a: { $not: /^a/ } }, [1, 2]],
  [
    '$type by name',
    values([1, 1.5, 'x', [1], new Long(5), null, undefined]),
    { a: { $type: 'int' } },
    [0, 3],
  ],
  [
    '$type number',
    values([1, 1.5, 'x', new Long(5), Decimal128.fromString('1')]),
    { a: { $type: 'number' } },
    [0, 1, 3, 4],
  ],
  ['$type array', values([1, [1], [[1]], []]), { a: { $type: 'array' } }, [1, 2, 3]],
  [
    '$type by several codes',
    values(['x', new ObjectId(), new Date(), true]),
    { a: { $type: [7, 'bool'] } },
    [1, 3],
  ],
  ['$type null is not missing', values([null, undefined]), { a: { $type: 'null' } }, [0]],
  ['$size', values([[1, 2], [], [1], 2, [[1, 2]]]), { a: { $size: 2 } }, [0]],
  ['$all', values([[1, 2, 3], [1, 3], 1, [[1, 2]]]), { a: { $all: [1, 2] } }, [0]],
  ['$all of one value finds a scalar', values([1, [1], 2]), { a: { $all: [1] } }, [0, 1]],
  [
    '$all of an array finds the whole array',
    values([[1, 2], [[1, 2]], [2, 1]]),
    { a: { $all: [[1, 2]] } },
    [0, 1],
  ],
  ['$all of nothing finds nothing', values([[], [1]]), { a: { $all: [] } }, []],
  [
    '$all with $elemMatch',
    values([[{ x: 1 }, { x: 5 }], [{ x: 1 }]]),
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: { $gt: 4 } } }] } },
    [0],
  ],
  [
    '$elemMatch on documents',
    values([
      [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ],
      [{ x: 1, y: 2 }],
    ]),
    { a: { $elemMatch: { x: 1, y: 2 } } },
    [1],
  ],
  [
    '$elemMatch with $or',
    values([[{ x: 1 }], [{ y: 2 }], [{ z: 3 }]]),
    { a: { $elemMatch: { $or: [{ x: 1 }, { y: 2 }] } } },
    [0, 1],
  ],
  ['$elemMatch does not open inner arrays', values([[[5]], [5]]), { a: { $elemMatch: { $gt: 4 } } }, [1]],
  [
    'a dotted path goes through arrays of documents',
    values([[{ b: 1 }, { b: 2 }], { b: 2 }, [[{ b: 2 }]]]),
    { 'a.b': 2 },
    [0, 1],
  ],
  [
    'a number in a path is a position or a field',
    values([[5, 6], { 0: 5 }, [{ 0: 5 }], [[5]]]),
    { 'a.0': 5 },
    [0, 1, 2],
  ],
  ['a position and a path behind it', values([[{ b: 1 }, { b: 2 }], [{ b: 2 }]]), { 'a.1.b': 2 }, [0]],
  [
    '$and, $or and $nor',
    values([1, 2, 3, 4]),
    { $and: [{ $or: [{ a: 1 }, { a: 2 }, { a: 3 }] }, { $nor: [{ a: 2 }] }] },
    [0, 2],
  ],
  [
    'regex with options',
    values(['ABC', 'abc', 'x\nabc']),
    { a: { $regex: '^abc', $options: 'im' } },
    [0, 1, 2],
  ],
  ['regex: a dot is everything but a line feed', values(['a\rb', 'a\nb', 'axb']), { a: /a.b/ }, [0, 2]],
  ['regex: $ also stands before a last line feed', values(['ab\n', 'ab', 'ab\nc']), { a: /ab$/ }, [0, 1]],
  [
    'regex on Cyrillic without regard to case',
    values(['ЇЖАК', 'їжак', 'Їжа']),
    { a: { $regex: 'їжак', $options: 'i' } },
    [0, 1],
  ],
  ['regex in an array', values([['x', 'abc'], ['x']]), { a: /^abc/ }, [0]],
  ['dates', values([new Date(5), new Date(10), 10]), { a: { $gte: new Date(6) } }, [1]],
  ['booleans are not numbers', values([true, 1, false, 0]), { a: true }, [0]],
  [
    'binary data by length first',
    values([new Binary(Buffer.from([9])), new Binary(Buffer.from([1, 1]))]),
    { a: { $gt: new Binary(Buffer.from([9])) } },
    [1],
  ],
  [
    'timestamps are not dates',
    values([new Timestamp({ t: 5, i: 1 }), new Date(5)]),
    { a: { $gte: new Timestamp({ t: 1, i: 0 }) } },
    [0],
  ],
  ['NaN equals NaN only', values([Number.NaN, 1, null]), { a: Number.NaN }, [0]],
  ['NaN is not less than a number', values([Number.NaN, 1, 5]), { a: { $lt: 3 } }, [1]],
  ['MinKey is below everything', values([1, 'x', new MinKey()]), { a: { $gt: new MinKey() } }, [0, 1]],
  ['MaxKey is above everything', values([1, 'x', new MaxKey()]), { a: { $lt: new MaxKey() } }, [0, 1]],
  ['$comment changes nothing', values([1, 2]), { $comment: 'why', a: 1 }, [0]],
];

/** Filters MongoDB refuses too, and their codes. */
const REFUSED: readonly (readonly [string, object, number])[] = [
  ['an unknown operator', { a: { $frob: 1 } }, 2],
  ['an unknown top level operator', { $frob: 1 }, 2],
  ['$in without an array', { a: { $in: 1 } }, 2],
  ['$or without an array', { $or: { a: 1 } }, 2],
  ['an empty $or', { $or: [] }, 2],
  ['$not of a number', { a: { $not: 1 } }, 2],
  ['$elemMatch of a number', { a: { $elemMatch: 1 } }, 2],
  ['$size below zero', { a: { $size: -1 } }, 9],
  ['$all without an array', { a: { $all: 1 } }, 2],
  ['$ne of a regex', { a: { $ne: /x/ } }, 2],
  ['an unknown type', { a: { $type: 'frob' } }, 2],
  ['a broken regex', { a: { $regex: '(' } }, 51091],
  ['an unknown regex option', { a: { $regex: 'a', $options: 'q' } }, 51108],
];

describe('a query', () => {
  const server = useDatabase();

  it.each(ROWS)('%s', async (_name, documents, filter, ids) => {
    const collection = await server().collection(documents);
    const plain = await idsOf(collection, filter);
    await collection.createIndex({ a: 1 });
    await collection.createIndex({ 'a.b': 1 });
    expect({ plain, indexed: await idsOf(collection, filter) }).toEqual({
      plain: sorted(ids),
      indexed: sorted(ids),
    });
  });

  it.each(REFUSED)('is refused: %s', async (_name, filter, code) => {
    const collection = await server().collection([{ a: 1 }]);
    expect(await errorCode(collection.find(filter).toArray())).toBe(code);
  });

  it('keeps the type of every value', async () => {
    const stored = {
      _id: 1,
      int: new Int32(1),
      double: new Double(1),
      long: Long.fromNumber(1),
      zero: new Double(-0),
      decimal: Decimal128.fromString('1.10'),
    };
    const collection = await server().collection([stored]);
    const found = await collection.findOne({}, { promoteValues: false });
    expect(found).toEqual({ ...stored, _id: new Int32(1) });
  });

  it('sorts all types in the order of MongoDB', async () => {
    const inOrder = [
      new MinKey(),
      null,
      -1,
      0.5,
      3,
      'A',
      'a',
      { a: 1 },
      new Binary(Buffer.from([1])),
      new ObjectId(),
      false,
      true,
      new Date(0),
      new Timestamp({ t: 1, i: 1 }),
      /a/,
      new MaxKey(),
    ];
    const shuffled = inOrder
      .map((a, i) => ({ _id: i, a }))
      .sort((x, y) => ((x._id * 7) % 16) - ((y._id * 7) % 16));
    const collection = await server().collection(shuffled);
    const ids = async (direction: 1 | -1) =>
      (await collection.find().sort({ a: direction }).toArray()).map(({ _id }) => _id);
    expect(await ids(1)).toEqual(inOrder.map((_, i) => i));
    await collection.createIndex({ a: -1 });
    expect(await ids(1)).toEqual(inOrder.map((_, i) => i));
    expect(await ids(-1)).toEqual(inOrder.map((_, i) => i).reverse());
  });

  it('sorts an array by its smallest element, descending by its largest', async () => {
    const collection = await server().collection(values([[5, 1], 3, [2, 9], [], null]));
    const ids = async (direction: 1 | -1) =>
      (await collection.find().sort({ a: direction }).toArray()).map(({ _id }) => _id);
    expect(await ids(1)).toEqual([3, 4, 0, 2, 1]);
    expect(await ids(-1)).toEqual([2, 0, 1, 4, 3]);
  });

  it('sorts by several fields, skips and limits', async () => {
    const collection = await server().collection([
      { _id: 1, a: 1, b: 2 },
      { _id: 2, a: 2, b: 1 },
      { _id: 3, a: 1, b: 3 },
      { _id: 4, a: 2, b: 0 },
    ]);
    const find = () => collection.find().sort({ a: -1, b: 1 }).skip(1).limit(2).project({ _id: 1 }).toArray();
    expect(await find()).toEqual([{ _id: 2 }, { _id: 1 }]);
    await collection.createIndex({ a: 1, b: -1 });
    expect(await find()).toEqual([{ _id: 2 }, { _id: 1 }]);
  });
});

async function idsOf(collection: mongo.Collection<Doc>, filter: object): Promise<unknown[]> {
  return sorted((await collection.find(filter, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id));
}

function sorted(ids: readonly unknown[]): unknown[] {
  return [...ids].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}
