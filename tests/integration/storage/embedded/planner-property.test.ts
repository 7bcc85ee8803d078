import fc from 'fast-check';
import type { mongo } from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { useEmbedded } from './embedded-under-test.js';

const small = fc.integer({ min: -2, max: 4 });
const value = fc.oneof(
  { arbitrary: small, weight: 4 },
  fc.constant(null),
  fc.constantFrom('x', 'y'),
  fc.constant(true),
  fc.constant(1.5),
);
const field = fc.oneof(
  { arbitrary: value, weight: 5 },
  fc.array(value, { maxLength: 3 }),
  fc.constant(undefined),
);
const document = fc.record({
  a: field,
  b: field,
  c: fc.oneof(fc.record({ d: value }), fc.array(fc.record({ d: value }), { maxLength: 2 }), value),
});

const test = fc.oneof(
  value,
  fc.record({ $in: fc.array(value, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $gt: small }),
  fc.record({ $gte: small, $lt: small }),
  fc.record({ $lte: value }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $ne: value }),
  fc.record({ $elemMatch: fc.record({ $gte: small, $lt: small }) }),
  fc.record({ $all: fc.array(value, { minLength: 1, maxLength: 2 }) }),
);
const filter = fc.dictionary(fc.constantFrom('a', 'b', 'c.d', 'on'), test, { maxKeys: 3 });
const direction = fc.constantFrom(1 as const, -1 as const);
const sort = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c.d'), direction), { maxLength: 2 });

const INDEXES: readonly (readonly [mongo.IndexSpecification, mongo.CreateIndexesOptions])[] = [
  [{ a: 1, b: -1 }, {}],
  [{ b: 1 }, { sparse: true }],
  [{ 'c.d': -1, a: 1 }, {}],
  [{ a: -1 }, { partialFilterExpression: { b: { $gt: 0 } }, name: 'partial' }],
];

/** `c.d` can be set there. */
const DOCUMENT_IN_C = { $and: [{ c: { $type: 'object' } }, { c: { $not: { $type: 'array' } } }] };

describe('whatever index the planner picks', () => {
  const server = useEmbedded();
  const plain = () => server().client.db('plan').collection('plain');
  const indexed = () => server().client.db('plan').collection('indexed');

  beforeAll(async () => {
    const documents = fc.sample(document, { numRuns: 300, seed: 7 });
    // Two arrays in one document cannot be in the compound indexes.
    const fitting = documents.filter(({ a, b, c }) => [a, b, c].filter(Array.isArray).length <= 1);
    const numbered = fitting.map((fields, i) => ({ _id: i, ...JSON.parse(JSON.stringify(fields)) }));
    await plain().insertMany(numbered);
    for (const [keys, options] of INDEXES) await indexed().createIndex(keys, options);
    await indexed().insertMany(numbered);
  });

  it('finds what a look at every document finds, in the same order', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(filter, sort, async (wanted, order) => {
        const by = Object.fromEntries([...order, ['_id', 1]]) as Record<string, 1 | -1>;
        const ids = async (collection: mongo.Collection) =>
          (await collection.find(wanted).sort(by).toArray()).map(({ _id }) => _id);
        const expected = await ids(plain());
        expect(await ids(indexed())).toEqual(expected);
        expect(await indexed().countDocuments(wanted)).toBe(expected.length);
        const [grouped] = await indexed()
          .aggregate([{ $match: wanted }, { $count: 'n' }])
          .toArray();
        expect(grouped?.n ?? 0).toBe(expected.length);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every index true through random updates', { timeout: 60_000 }, async () => {
    const update = fc.oneof(
      fc.record({ $set: fc.record({ a: small }) }),
      fc.record({ $set: fc.record({ b: value }) }),
      fc.record({ $unset: fc.constant({ b: 1 }) }),
      fc.record({ $push: fc.constant({ tags: 1 }) }),
      fc.record({ $set: fc.record({ 'c.d': value }) }),
    );
    await fc.assert(
      fc.asyncProperty(small, update, async (a, change) => {
        for (const collection of [plain(), indexed()])
          await collection.updateMany({ a, ...DOCUMENT_IN_C }, change as mongo.UpdateFilter<mongo.Document>);
        const all = await plain().find().sort({ _id: 1 }).toArray();
        for (const [hint] of INDEXES.slice(0, 1)) {
          const listed = await indexed()
            .find()
            .hint(hint as mongo.Hint)
            .toArray();
          expect(listed.sort((x, y) => Number(x._id) - Number(y._id))).toEqual(all);
        }
      }),
      { numRuns: 60 },
    );
  });
});
