import type { Comparison, Condition, Test } from '../query/parse.js';
import type { KeyRange } from '../store.js';
import { isDoc, typeName } from '../values.js';
import { type Direction, encodeKey, KEY_PREFIX_BYTES, TYPE_BYTES } from './key-encoding.js';

/** What a filter says about one field of an index, as encoded bytes in the field's direction. */
export interface FieldBounds {
  /** Encoded values the field may have, ascending; undefined: use `range` */
  readonly points?: readonly Buffer[] | undefined;
  readonly range?: KeyRange | undefined;
  /** The conditions that were used up, whole. */
  readonly used: readonly Condition[];
  /** What lies within fulfils them; otherwise documents have to be looked at. */
  readonly exact: boolean;
}

/** Sorts after every continuation of a key. */
const AFTER = Buffer.from([0xff]);
/** The same, where a shortened key's hash may follow. */
const AFTER_HASH = Buffer.alloc(33, 0xff);

/**
 * Bounds of one field from the conditions on it, or undefined when none of them narrows an index.
 *
 * @param viaArray the field may have several keys: then two comparisons may hold for different elements, and
 *   only one of them is used
 * @param keepsMissing false in a sparse index, which must not be asked for null
 */
export function fieldBounds(
  conditions: readonly (Condition & { kind: 'field' })[],
  direction: Direction,
  viaArray: boolean,
  keepsMissing: boolean,
): FieldBounds | undefined {
  const points = conditions.map((condition) => ({ condition, values: pointValues(condition.test) }));
  for (const { condition, values } of points) {
    if (!values || (!keepsMissing && values.includes(null))) continue;
    return {
      points: distinct(values.map((value) => encodeKey([value], [direction]))),
      used: [condition],
      exact: !values.includes(null),
    };
  }
  const comparisons = conditions.flatMap((condition) => {
    const { test } = condition;
    return test.kind === 'compare' && isRangeOperand(test.operand)
      ? [{ condition, range: comparisonRange(test.operator, test.operand, direction) }]
      : [];
  });
  const [first, ...others] = comparisons;
  if (!first) return undefined;
  if (viaArray) return { range: first.range, used: [first.condition], exact: false };
  const range = others.reduce((narrow, { range: other }) => intersect(narrow, other), first.range);
  return { range, used: comparisons.map(({ condition }) => condition), exact: true };
}

/** A byte range of the index: a prefix of encoded fields, then the bounds of the next one. */
export function indexKeyRange(prefix: Buffer, range: KeyRange | undefined): KeyRange {
  const start = range ? Buffer.concat([prefix, range.start]) : prefix;
  const end = range ? Buffer.concat([prefix, range.end]) : Buffer.concat([prefix, AFTER]);
  return { start: shortBound(start, false), end: shortBound(end, true) };
}

/** Index keys are shortened, so their bounds must be; `index prefix (5 bytes) + key (at most 900)`. */
export function isLongBound(bound: Buffer): boolean {
  return bound.length >= KEY_PREFIX_BYTES + 5;
}

function shortBound(bound: Buffer, isEnd: boolean): Buffer {
  if (!isLongBound(bound)) return bound;
  const short = bound.subarray(0, KEY_PREFIX_BYTES + 5);
  return isEnd ? Buffer.concat([short, AFTER_HASH]) : short;
}

function pointValues(test: Test): readonly unknown[] | undefined {
  if (test.kind === 'in')
    return test.patterns.length === 0 && test.values.every(isPoint) ? test.values : undefined;
  if (test.kind !== 'compare' || !isPoint(test.operand)) return undefined;
  if (test.operator === '$eq') return [test.operand];
  const isNullTest = test.operand === null && (test.operator === '$gte' || test.operator === '$lte');
  return isNullTest ? [null] : undefined;
}

/** An array equals a document's array as a whole, which an index does not keep. */
function isPoint(value: unknown): boolean {
  return !Array.isArray(value);
}

function isRangeOperand(value: unknown): boolean {
  const type = typeName(value);
  return !(type === 'null' || type === 'array' || type === 'minKey' || type === 'maxKey' || isDoc(value));
}

/** A comparison only finds values of its operand's type. */
function comparisonRange(operator: Comparison, operand: unknown, direction: Direction): KeyRange {
  const key = encodeKey([operand], [direction]);
  const afterKey = Buffer.concat([key, AFTER]);
  const type = TYPE_BYTES[typeName(operand)];
  const typeKey = Buffer.from([direction === 1 ? type : ~type & 0xff]);
  // NaN is below every number but not less than any.
  const least = type === TYPE_BYTES.double ? encodeKey([Number.NEGATIVE_INFINITY], [direction]) : typeKey;
  const whole: KeyRange =
    direction === 1
      ? { start: least, end: Buffer.concat([typeKey, AFTER]) }
      : { start: typeKey, end: Buffer.concat([least, AFTER]) };
  if (operator === '$eq') return { start: key, end: afterKey };
  const isUpper = operator === '$gt' || operator === '$gte';
  const inclusive = operator === '$gte' || operator === '$lte';
  // In a descending field the greater values come first.
  if (isUpper === (direction === 1)) return { start: inclusive ? key : afterKey, end: whole.end };
  return { start: whole.start, end: inclusive ? afterKey : key };
}

function intersect(a: KeyRange, b: KeyRange): KeyRange {
  return {
    start: Buffer.compare(a.start, b.start) >= 0 ? a.start : b.start,
    end: Buffer.compare(a.end, b.end) <= 0 ? a.end : b.end,
  };
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  const sorted = [...keys].sort(Buffer.compare);
  return sorted.filter((key, i) => i === 0 || !key.equals(sorted[i - 1] ?? AFTER));
}
