import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { compareExact, exact } from './numbers.js';
import { type Doc, type TypeName, typeName } from './values.js';

/**
 * Order of the types among each other.
 * @see https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
const TYPE_ORDER: Readonly<Record<TypeName, number>> = {
  minKey: 0,
  undefined: 5,
  null: 5,
  int: 10,
  double: 10,
  long: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
};

/** Place of a value's type in the order; values of one place are compared with each other. */
export function typeOrder(value: unknown): number {
  return TYPE_ORDER[typeName(value)];
}

/** MongoDB's total order over all values: < 0, 0 or > 0. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const type = typeName(a);
  const difference = TYPE_ORDER[type] - TYPE_ORDER[typeName(b)];
  return difference === 0 ? compareSameType(type, a, b) : difference;
}

/** Equality as the query language sees it: `1`, `1.0` and `NumberLong(1)` are the same, field order counts. */
export function equalValues(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}

/** Whether two values are the same to the byte: `$set` to such a value changes nothing. */
export function identicalValues(a: unknown, b: unknown): boolean {
  const type = typeName(a);
  if (type !== typeName(b)) return false;
  if (type === 'array') return sameLength(a as unknown[], b as unknown[], identicalValues);
  if (type === 'object') {
    const left = Object.entries(a as Doc);
    const right = Object.entries(b as Doc);
    return sameLength(left, right, ([name, x], [other, y]) => name === other && identicalValues(x, y));
  }
  if (type === 'double') return Object.is(exact(a), exact(b));
  if (type === 'decimal') return String(a) === String(b);
  return compareSameType(type, a, b) === 0;
}

/** By UTF-8 bytes, as MongoDB without a collation; JavaScript's `<` differs for emoji. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above every other unit.
    const lift = Number(isSurrogate(x)) - Number(isSurrogate(y));
    return lift === 0 ? x - y : lift;
  }
  return a.length - b.length;
}

function compareSameType(type: TypeName, a: unknown, b: unknown): number {
  switch (type) {
    case 'int':
    case 'double':
    case 'long':
    case 'decimal':
      return compareExact(exact(a), exact(b));
    case 'string':
    case 'symbol':
      return compareStrings(String(a), String(b));
    case 'object':
      return compareDocuments(a as Doc, b as Doc);
    case 'array':
      return compareArrays(a as unknown[], b as unknown[]);
    case 'binData':
      return compareBinaries(a as Binary, b as Binary);
    case 'objectId':
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case 'bool':
      return Number(a) - Number(b);
    case 'date':
      return (a as Date).getTime() - (b as Date).getTime();
    case 'timestamp':
      return (a as Timestamp).compare(b as Timestamp);
    case 'regex':
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case 'javascript':
    case 'javascriptWithScope':
      return compareStrings((a as Code).code, (b as Code).code);
    default:
      return 0;
  }
}

/** Field by field: type, then name, then value; the shorter document first. */
function compareDocuments(a: Doc, b: Doc): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (const [i, [name, value]] of left.entries()) {
    const other = right[i];
    if (!other) return 1;
    const difference =
      typeOrder(value) - typeOrder(other[1]) ||
      compareStrings(name, other[0]) ||
      compareValues(value, other[1]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = compareValues(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  const left = a.value();
  const right = b.value();
  return left.length - right.length || a.sub_type - b.sub_type || Buffer.compare(left, right);
}

function sameLength<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i] as T));
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
