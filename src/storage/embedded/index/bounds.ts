import { BSONRegExp } from 'bson';
import { BSON_TYPES, typeName, typePlace } from '../bson-types.js';
import { compareValues, type Direction, encodeKey } from '../order.js';
import type { Condition, FieldCondition } from '../query/filter.js';
import type { KeyRange } from '../store.js';
import { isDoc, toNumber } from '../values.js';

/** What a filter says about one field of an index, as encoded bytes in the field's direction. */
export interface FieldBounds {
  /** In the order of the index; together they hold every value the field may have. */
  readonly ranges: readonly KeyRange[];
  /** Each range is one value. */
  readonly pinned: boolean;
  /** The conditions that were used up, whole. */
  readonly used: readonly FieldCondition[];
  /** What lies within fulfils them; otherwise documents have to be looked at. */
  readonly exact: boolean;
}

/** Sorts after every continuation of a key. */
const AFTER = Buffer.from([0xff]);

/**
 * Bounds of one field from the conditions on it, or undefined when none of them narrows an index.
 *
 * @param viaArray the field may have several keys: then two comparisons may hold for different elements, and
 *   only one of them is used
 * @param keepsMissing false in a sparse index, which must not be asked for null
 */
export function fieldBounds(
  conditions: readonly FieldCondition[],
  direction: Direction,
  viaArray: boolean,
  keepsMissing: boolean,
): FieldBounds | undefined {
  for (const condition of conditions) {
    const values = pointValues(condition);
    if (!values || (!keepsMissing && values.includes(null))) continue;
    const ranges = distinct(values.map((value) => encodeKey([value], [direction]))).map(pointRange);
    return { ranges, pinned: true, used: [condition], exact: !values.includes(null) };
  }
  const comparisons = conditions.filter(isRange);
  const [first, ...others] = comparisons.map((condition) => comparisonRange(condition, direction));
  if (!first) return undefined;
  if (viaArray) return { ranges: [first], pinned: false, used: comparisons.slice(0, 1), exact: false };
  return { ranges: [others.reduce(intersect, first)], pinned: false, used: comparisons, exact: true };
}

/** Whether a condition stands for one range of values of one type. */
function isRange({ operator, operand }: FieldCondition): boolean {
  if (!isLower(operator) && operator !== '$lt' && operator !== '$lte') return false;
  const type = typeName(operand);
  const isBoundless = type === 'null' || type === 'array' || type === 'minKey' || type === 'maxKey';
  return !isBoundless && !isDoc(operand) && !Number.isNaN(toNumber(operand));
}

/** Whether a comparison says what a value is at least. */
function isLower(operator: string): boolean {
  return operator === '$gt' || operator === '$gte';
}

/** Values that are single places of an index: an array equals a document's array as a whole, which no index keeps. */
function pointValues({ operator, operand }: FieldCondition): readonly unknown[] | undefined {
  if (operator === '$in' && Array.isArray(operand))
    return operand.some((value) => Array.isArray(value) || typeName(value) === 'regex') ? undefined : operand;
  if (operator === '$eq') return Array.isArray(operand) ? undefined : [operand];
  return operand === null && (operator === '$gte' || operator === '$lte') ? [null] : undefined;
}

/** A comparison only finds values of its operand's type. */
function comparisonRange({ operator, operand }: FieldCondition, direction: Direction): KeyRange {
  const key = encodeKey([operand], [direction]);
  const place = typePlace(operand);
  const type = Buffer.from([direction === 1 ? place : ~place & 0xff]);
  // NaN is below every number but not less than any.
  const least = place === BSON_TYPES.double.place ? encodeKey([Number.NEGATIVE_INFINITY], [direction]) : type;
  const whole = direction === 1 ? { start: least, end: after(type) } : { start: type, end: after(least) };
  const inclusive = operator === '$gte' || operator === '$lte';
  // In a descending field the greater values come first.
  if (isLower(operator) === (direction === 1)) return { start: inclusive ? key : after(key), end: whole.end };
  return { start: whole.start, end: inclusive ? after(key) : key };
}

function after(key: Buffer): Buffer {
  return Buffer.concat([key, AFTER]);
}

function pointRange(key: Buffer): KeyRange {
  return { start: key, end: after(key) };
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

/** Whether every document that fulfils all of `conditions` fulfils a partial index's filter too. */
export function implies(conditions: readonly Condition[], filter: Condition): boolean {
  if (filter.kind === 'and') return filter.parts.every((part) => implies(conditions, part));
  if (filter.kind !== 'field') return false;
  return conditions.some(
    (known) => known.kind === 'field' && known.path === filter.path && tells(known, filter),
  );
}

function tells(known: FieldCondition, wanted: FieldCondition): boolean {
  const { operator, operand } = known;
  if (operator === '$eq') return passes(operand, wanted);
  if (operator === '$in' && Array.isArray(operand))
    return (
      operand.length > 0 && operand.every((value) => !(value instanceof BSONRegExp) && passes(value, wanted))
    );
  if (wanted.operator === '$exists') return operator === '$exists' || isRange(known);
  if (!isRange(known) || !isRange(wanted) || isLower(operator) !== isLower(wanted.operator)) return false;
  if (typePlace(operand) !== typePlace(wanted.operand)) return false;
  const narrower = compareValues(operand, wanted.operand) * (isLower(operator) ? 1 : -1);
  return narrower > 0 || (narrower === 0 && (operator === wanted.operator || wanted.operator.endsWith('e')));
}

/** Whether whatever equals a value passes a test. Missing equals null, and 1 equals 1.0: `$type` is not told. */
function passes(value: unknown, wanted: FieldCondition): boolean {
  return (
    value !== null && !Array.isArray(value) && wanted.operator !== '$type' && wanted.accepts(value) === true
  );
}
