import { Decimal128, Double, Int32, Long } from 'bson';
import { unsupported } from '../errors.js';
import { isDoc, wholeNumber } from '../values.js';

/** JavaScript numbers instead of BSON's, as mingo wants them. @throws where a number would lose digits */
export function toPlain(value: unknown): unknown {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Decimal128) throw unsupported('computing with Decimal128');
  if (value instanceof Long) {
    const number = value.toNumber();
    if (!Number.isSafeInteger(number)) throw unsupported('computing with a 64-bit integer beyond 2^53');
    return number;
  }
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, toPlain(inner)]));
}

/** BSON's numbers again: whole ones as int or long, others as double. */
export function fromPlain(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? wholeNumber(value) : new Double(value);
  if (Array.isArray(value)) return value.map((element) => fromPlain(element) ?? null);
  if (!isDoc(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([field, inner]) => [field, fromPlain(inner)]));
}
