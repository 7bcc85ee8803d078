import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues } from '../../../../src/storage/embedded/compare.js';
import { encodeKey, shortenKey } from '../../../../src/storage/embedded/index/key-encoding.js';
import { bsonNumber, bsonValue } from './arbitraries.js';

const byBytes = (a: readonly unknown[], b: readonly unknown[], directions: readonly (1 | -1)[]) =>
  Math.sign(Buffer.compare(encodeKey(a, directions), encodeKey(b, directions)));

describe('the order of encoded keys', () => {
  it('is the order of the values', () => {
    fc.assert(
      fc.property(bsonValue, bsonValue, (a, b) => {
        expect(byBytes([a], [b], [1])).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the order of numbers of every type', () => {
    fc.assert(
      fc.property(bsonNumber, bsonNumber, (a, b) => {
        expect(byBytes([a], [b], [1])).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('goes field by field, each in its direction', () => {
    fc.assert(
      fc.property(bsonValue, bsonValue, bsonValue, bsonValue, (a1, a2, b1, b2) => {
        const first = Math.sign(compareValues(a1, b1));
        const second = -Math.sign(compareValues(a2, b2));
        expect(byBytes([a1, a2], [b1, b2], [1, -1])).toBe((first === 0 ? second : first) + 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('sorts as compare does, so it is total', () => {
    fc.assert(
      fc.property(bsonValue, bsonValue, bsonValue, (a, b, c) => {
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0)
          expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [new Int32(1), new Double(1)],
    [new Double(0), new Double(-0)],
    [Decimal128.fromString('1.50'), new Double(1.5)],
    [Long.fromString('9007199254740992'), new Double(2 ** 53)],
  ])('puts equal numbers %s and %s in one place', (a, b) => {
    expect(encodeKey([a], [1]).equals(encodeKey([b], [1]))).toBe(true);
  });

  it('refuses decimals that no double comes near', () => {
    expect(() => encodeKey([Decimal128.fromString('1E6000')], [1])).toThrow('outside the range');
    expect(() => encodeKey([Decimal128.fromString('1E-6000')], [1])).toThrow('outside the range');
  });

  it('shortens long keys to what LMDB takes and keeps them apart', () => {
    const [a, b] = ['1', '2'].map((end) => shortenKey(encodeKey(['x'.repeat(5_000) + end], [1]), 0));
    expect(a?.length).toBeLessThan(1_000);
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
  });
});
