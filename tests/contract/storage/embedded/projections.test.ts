import { describe, expect, it } from 'vitest';
import { type Doc, errorCode, useDatabase } from './database-under-test.js';

const DOCUMENT: Doc = {
  _id: 1,
  a: 1,
  b: { x: 1, y: { z: 2 } },
  c: [{ x: 1, y: 2 }, 5, { y: 3 }, [{ x: 9 }]],
  d: [1, 2, 3, 4],
};

/** Projection and what is left of the document, fields in this order. */
const CASES: readonly (readonly [projection: object, left: object])[] = [
  [{}, DOCUMENT],
  [{ a: 1 }, { _id: 1, a: 1 }],
  [{ a: 1, _id: 0 }, { a: 1 }],
  [{ _id: 1 }, { _id: 1 }],
  [
    { d: 1, a: 1, _id: 0 },
    { a: 1, d: [1, 2, 3, 4] },
  ],
  [
    { b: 0, c: 0, d: 0 },
    { _id: 1, a: 1 },
  ],
  [{ _id: 0, b: 0, c: 0, d: 0 }, { a: 1 }],
  [{ 'b.y.z': 1, _id: 0 }, { b: { y: { z: 2 } } }],
  [{ b: { x: 1 }, _id: 0 }, { b: { x: 1 } }],
  [
    { 'b.x': 0, c: 0, d: 0 },
    { _id: 1, a: 1, b: { y: { z: 2 } } },
  ],
  [{ 'c.x': 1, _id: 0 }, { c: [{ x: 1 }, {}, [{ x: 9 }]] }],
  [
    { 'c.x': 0, a: 0, b: 0, d: 0 },
    { _id: 1, c: [{ y: 2 }, 5, { y: 3 }, [{}]] },
  ],
  [{ 'a.x': 1, _id: 0 }, {}],
  [{ zzz: 1, _id: 0 }, {}],
  [
    { sum: { $add: ['$a', 1] }, copy: '$b.x', _id: 0 },
    { sum: 2, copy: 1 },
  ],
];

describe('a projection', () => {
  const server = useDatabase();

  it.each(CASES)('%j', async (projection, left) => {
    const collection = await server().collection([DOCUMENT]);
    expect(JSON.stringify(await collection.findOne({}, { projection }))).toBe(JSON.stringify(left));
  });

  it.each([
    ['a mixture', { a: 1, b: 0 }, 31254],
    ['the other mixture', { a: 0, b: 1 }, 31253],
    ['two rules for one field', { b: 1, 'b.x': 1 }, 31249],
    ['an empty inner projection', { b: {} }, 51270],
    ['a name with $', { $a: 1 }, 16410],
  ])('refuses %s', async (_name, projection, code) => {
    const collection = await server().collection([DOCUMENT]);
    expect(await errorCode(collection.findOne({}, { projection }))).toBe(code);
  });
});
