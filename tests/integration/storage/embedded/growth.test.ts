import type { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { useEmbedded } from './embedded-under-test.js';

const doubled = (stage: object) => Array.from({ length: 60 }, () => stage);
/** `{ $let: { vars: { x: two of x }, in: … } }`, sixty times within each other. */
const nested = Array.from({ length: 60 }).reduce<unknown>(
  (inner) => ({ $let: { vars: { x: ['$$x', '$$x'] }, in: inner } }),
  { $eq: ['$$x', 1] },
);
const MANY = { $range: [0, 50_000] };

/** Pipelines that make more and more of one small document. */
const GROWING: Readonly<Record<string, readonly object[]>> = {
  'a long $range': [{ $project: { a: { $range: [0, 1e9] } } }],
  'a $range in small steps': [{ $project: { a: { $range: [-2e9, 2e9, 1] } } }],
  'a $range for each element of a $range': [
    { $project: { a: { $map: { input: MANY, in: { $size: MANY } } } } },
  ],
  'a literal for each element, twice': [
    { $project: { a: { $map: { input: MANY, in: { $map: { input: MANY, in: [1, 2, 3] } } } } } },
  ],
  'nothing but time for each element, twice': [
    { $project: { a: { $filter: { input: MANY, cond: { $filter: { input: MANY, cond: false } } } } } },
  ],
  'arrays doubled by a $reduce': [
    {
      $project: {
        a: { $reduce: { input: MANY, initialValue: [1], in: { $concatArrays: ['$$value', '$$value'] } } },
      },
    },
  ],
  'nesting by a $reduce': [
    { $project: { a: { $reduce: { input: MANY, initialValue: [1], in: ['$$value'] } } } },
  ],
  'arrays doubled by $let': [{ $project: { a: { $let: { vars: { x: 1 }, in: nested } } } }],
  'arrays doubled by stages': doubled({ $addFields: { a: { $concatArrays: ['$a', '$a'] } } }),
  'literal arrays doubled by stages': doubled({ $addFields: { a: ['$a', '$a'] } }),
  'texts doubled by stages': doubled({ $addFields: { s: { $concat: ['$s', '$s'] } } }),
  'the whole document doubled by stages': doubled({ $addFields: { b: '$$ROOT', c: '$$ROOT' } }),
  'the whole document doubled by projections': doubled({ $project: { b: '$$ROOT', c: '$$ROOT' } }),
  'the whole document doubled by groups': doubled({
    $group: { _id: null, b: { $first: '$$ROOT' }, c: { $last: '$$ROOT' } },
  }),
  'a facet of everything': [
    { $addFields: { a: MANY } },
    { $facet: { x: [{ $unwind: '$a' }, { $addFields: { b: MANY } }, { $unwind: '$b' }] } },
  ],
  'a sort of everything': [
    { $addFields: { a: MANY } },
    { $unwind: '$a' },
    { $addFields: { b: MANY } },
    { $unwind: '$b' },
    { $sort: { b: 1 } },
  ],
};

describe('a pipeline that grows without end', () => {
  const server = useEmbedded();
  const collection = () => server().client.db('growth').collection<mongo.Document>('k');

  it.each(Object.entries(GROWING))(
    'is refused, and others are answered: %s',
    { timeout: 60_000 },
    async (_n, pipeline) => {
      await collection().updateOne({}, { $set: { a: [1], s: 'x' } }, { upsert: true });
      let longestMs = 0;
      let ended = false;
      const refused = collection()
        .aggregate([...pipeline])
        .toArray()
        .then(
          () => 'answered',
          (error: unknown) => (error instanceof Error ? error.message : 'no error'),
        )
        .finally(() => {
          ended = true;
        });
      while (!ended) {
        const started = performance.now();
        await server().client.db().command({ ping: 1 });
        longestMs = Math.max(longestMs, performance.now() - started);
      }
      expect(await refused).toMatch(/limit|max size|more than|too deeply/);
      expect(longestMs).toBeLessThan(20_000);
    },
  );

  it('gives way to others while it works on a long stream', async () => {
    await collection().updateOne({}, { $set: { a: [1] } }, { upsert: true });
    const endless = [
      { $addFields: { a: MANY } },
      { $unwind: '$a' },
      { $addFields: { b: MANY } },
      { $unwind: '$b' },
      { $count: 'n' },
    ];
    const counting = collection().aggregate(endless, { maxTimeMS: 1_500 }).toArray();
    const expired = expect(counting).rejects.toMatchObject({ code: 50 });
    const started = performance.now();
    expect(await server().client.db().command({ ping: 1 })).toEqual({ ok: 1 });
    expect(performance.now() - started).toBeLessThan(1_000);
    await expired;
  });
});
