import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues, encodeKey, valueKey } from '../../../../src/storage/embedded/order.js';
import { bsonNumber, bsonValue } from './arbitraries.js';

const byBytes = (a: readonly unknown[], b: readonly unknown[], directions: readonly (1 | -1)[]) =>
  Math.sign(Buffer.compare(encodeKey(a, directions), encodeKey(b, directions)));

/** An exact fraction, `undefined` for NaN and the infinities. */
function fraction(value: unknown): readonly [numerator: bigint, denominator: bigint] | undefined {
  if (value instanceof Long) return [value.toBigInt(), 1n];
  if (value instanceof Decimal128) {
    const [, sign, whole = '', part = '', exponent = '0'] =
      /^(-?)(\d+)(?:\.(\d*))?(?:E(.+))?$/.exec(String(value)) ?? [];
    const power = BigInt(Number(exponent) - part.length);
    const digits = BigInt(`${sign}${whole}${part}`);
    return power < 0n ? [digits, 10n ** -power] : [digits * 10n ** power, 1n];
  }
  let scaled = (value as Int32 | Double).value;
  if (!Number.isFinite(scaled)) return undefined;
  let denominator = 1n;
  for (; !Number.isInteger(scaled); scaled *= 2) denominator *= 2n;
  return [BigInt(scaled), denominator];
}

describe('the order of encoded keys', () => {
  it('is the order of numbers of every type', () => {
    fc.assert(
      fc.property(bsonNumber, bsonNumber, (a, b) => {
        const [left, right] = [fraction(a), fraction(b)];
        if (!left || !right) return;
        const difference = left[0] * right[1] - right[0] * left[1];
        expect(byBytes([a], [b], [1])).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('puts NaN before and the infinities around every number', () => {
    const numbers = [Number.NaN, Number.NEGATIVE_INFINITY, -1, 0, 1, Number.POSITIVE_INFINITY];
    const keys = numbers.map((number) => valueKey(new Double(number)));
    expect(keys.toSorted(Buffer.compare)).toEqual(keys);
  });

  it('is the order of UTF-8 for texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(byBytes([a], [b], [1])).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('goes through arrays and documents part by part, the shorter one first', () => {
    const inOrder = [
      {},
      { a: new Int32(1) },
      { a: new Int32(1), b: new Int32(0) },
      { b: new Int32(0) },
      { a: 'x' },
      [],
      [new Int32(1)],
      [new Int32(1), null],
      ['x'],
      [[]],
    ];
    const keys = inOrder.map(valueKey);
    expect(keys.toSorted(Buffer.compare)).toEqual(keys);
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

  it.each([
    [new Int32(1), new Double(1)],
    [new Double(0), new Double(-0)],
    [Decimal128.fromString('1.50'), new Double(1.5)],
    [Long.fromString('9007199254740992'), new Double(2 ** 53)],
  ])('puts equal numbers %s and %s in one place', (a, b) => {
    expect(valueKey(a).equals(valueKey(b))).toBe(true);
  });

  it('refuses decimals that no double comes near', () => {
    expect(() => valueKey(Decimal128.fromString('1E6000'))).toThrow('outside the range');
    expect(() => valueKey(Decimal128.fromString('1E-6000'))).toThrow('outside the range');
  });
});
