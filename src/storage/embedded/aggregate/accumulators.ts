import { Decimal128, Double, Int32, Long } from 'bson';
import { unsupported } from '../errors.js';
import { compareValues, valueKey } from '../order.js';
import { toNumber, wholeNumber } from '../values.js';

/** Gathers one value for a group. */
export interface Accumulator {
  /** @param times how often the value occurs; more than once only in counts straight from an index */
  add(value: unknown, times: number): void;
  result(): unknown;
}

/** Accumulator → a fresh one. A missing value comes as `undefined`. */
export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => sum((total) => total),
  $avg: () => sum((total, count) => (count === 0 ? null : new Double((toNumber(total) ?? 0) / count))),
  $count: () => sum((total) => total),
  $min: () => pick((candidate, kept) => compareValues(candidate, kept) < 0),
  $max: () => pick((candidate, kept) => compareValues(candidate, kept) > 0),
  $first: () => nth((seen) => seen === 0),
  $last: () => nth(() => true),
  $push: () => gather(() => true),
  $addToSet: () => {
    const seen = new Set<string>();
    return gather((value) => {
      const key = valueKey(value).toString('latin1');
      return !seen.has(key) && seen.add(key).has(key);
    });
  },
};

/** Whole numbers are summed exactly, doubles apart; the result has the widest type met. */
function sum(answer: (total: Int32 | Long | Double, count: number) => unknown): Accumulator {
  let whole = 0n;
  let fractional = 0;
  let count = 0;
  let widest: 'int' | 'long' | 'double' = 'int';
  const total = () => {
    if (widest === 'double' || BigInt.asIntN(64, whole) !== whole)
      return new Double(Number(whole) + fractional);
    return widest === 'int' ? wholeNumber(Number(whole)) : Long.fromBigInt(whole);
  };
  return {
    add(value, times) {
      const number = toNumber(value);
      if (number === undefined) return;
      if (value instanceof Decimal128) throw unsupported('arithmetic with Decimal128');
      count += times;
      if (value instanceof Int32) whole += BigInt(value.value * times);
      else if (value instanceof Long) {
        whole += value.toBigInt() * BigInt(times);
        if (widest === 'int') widest = 'long';
      } else {
        fractional += number * times;
        widest = 'double';
      }
    },
    result: () => answer(total(), count),
  };
}

/** Keeps the best value; null and missing do not count. */
function pick(isBetter: (candidate: unknown, kept: unknown) => boolean): Accumulator {
  let kept: unknown;
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (kept === undefined || isBetter(value, kept)) kept = value;
    },
    result: () => kept ?? null,
  };
}

function nth(takes: (seen: number) => boolean): Accumulator {
  let kept: unknown;
  let seen = 0;
  return {
    add(value) {
      if (takes(seen)) kept = value;
      seen += 1;
    },
    result: () => kept ?? null,
  };
}

function gather(takes: (value: unknown) => boolean): Accumulator {
  const values: unknown[] = [];
  return {
    add(value) {
      if (value !== undefined && takes(value)) values.push(value);
    },
    result: () => values,
  };
}
