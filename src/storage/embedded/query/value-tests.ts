import { BSONRegExp, BSONSymbol } from 'bson';
import { BSON_TYPES, type TypeName, typeName, typePlace } from '../bson-types.js';
import { CommandError } from '../errors.js';
import { equalValues, valueKey } from '../order.js';
import { type Doc, isDoc, toNumber } from '../values.js';
import { checkedOptions, toRegExp } from './regex.js';
import { boundedTest } from './regex-match.js';

/** Whether a value passes; `$elemMatch` answers with the place of the element that passed. */
export type ValueTest = (value: unknown) => boolean | number;

/** Operator → its test, made once. `siblings` are the operators beside it: `$regex` has its `$options` there. */
export const VALUE_TESTS: Readonly<Record<string, (operand: unknown, siblings: Doc) => ValueTest>> = {
  $eq: equality,
  $gt: (operand) => comparison(refuseRegex(operand), false, (order) => order > 0),
  $gte: (operand) => comparison(refuseRegex(operand), true, (order) => order >= 0),
  $lt: (operand) => comparison(refuseRegex(operand), false, (order) => order < 0),
  $lte: (operand) => comparison(refuseRegex(operand), true, (order) => order <= 0),
  $in: oneOf,
  $exists: () => (value) => value !== undefined,
  $type: (operand) => {
    const names = parseTypes(operand);
    return (value) => value !== undefined && names.has(typeName(value));
  },
  $size: (operand) => {
    const size = parseSize(operand);
    return (value) => Array.isArray(value) && value.length === size;
  },
  $regex: (operand, { $options: options }) => {
    const source = parseRegex(operand, options);
    const matches = matching(source);
    return (value) => matches(value) || (value instanceof BSONRegExp && equalValues(value, source));
  },
};

const NUMBER_TYPES = ['int', 'double', 'long', 'decimal'] as const;

/** Texts, most of what is asked, are compared as they are. */
function equality(operand: unknown): ValueTest {
  const equals = comparison(operand, true, (order) => order === 0);
  if (typeof operand !== 'string') return equals;
  return (value) => (typeof value === 'string' ? value === operand : equals(value));
}

/**
 * Compares within the operand's type only; MinKey and MaxKey are compared with every type.
 *
 * @param inclusive whether what equals the operand passes: all there is to say of null and NaN
 */
function comparison(operand: unknown, inclusive: boolean, holds: (order: number) => boolean): ValueTest {
  if (operand === undefined) throw new CommandError(2, 'cannot compare to undefined');
  if (operand === null) return (value) => inclusive && (value ?? null) === null;
  if (isNaNValue(operand)) return (value) => inclusive && isNaNValue(value);
  const key = valueKey(operand);
  const type = typeName(operand);
  const anyType = type === 'minKey' || type === 'maxKey';
  return (value) => {
    if (value === undefined || (!anyType && typePlace(value) !== key[0])) return false;
    return (anyType || !isNaNValue(value)) && holds(Buffer.compare(valueKey(value), key));
  };
}

function isNaNValue(value: unknown): boolean {
  return Number.isNaN(toNumber(value) ?? 0);
}

/** Many values are looked up by their keys, not compared one by one; by none of them where an index found the value. */
function oneOf(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw new CommandError(2, '$in needs an array');
  for (const value of operand)
    if (isDoc(value) && /^\$(?!ref$|id$)/.test(Object.keys(value)[0] ?? ''))
      throw new CommandError(2, 'cannot nest $ under $in');
  const patterns = operand.filter((value) => value instanceof BSONRegExp).map(matching);
  let known: ReadonlySet<string> | undefined;
  return (value) => {
    if (value === undefined) return operand.includes(null);
    known ??= new Set(operand.map(keyText));
    return known.has(keyText(value)) || patterns.some((matches) => matches(value));
  };
}

/** The same for equal values. */
function keyText(value: unknown): string {
  return valueKey(value).toString('latin1');
}

function matching({ pattern, options }: BSONRegExp): (value: unknown) => boolean {
  const matches = boundedTest(toRegExp(pattern, options), pattern);
  return (value) => {
    if (typeof value === 'string') return matches(value);
    return value instanceof BSONSymbol && matches(value.value);
  };
}

function refuseRegex(operand: unknown): unknown {
  if (operand instanceof BSONRegExp) throw new CommandError(2, "Can't have RegEx as arg to a comparison.");
  return operand;
}

function parseRegex(operand: unknown, options: unknown): BSONRegExp {
  if (options !== undefined && typeof options !== 'string')
    throw new CommandError(2, '$options has to be a string');
  if (operand instanceof BSONRegExp)
    return options === undefined ? operand : new BSONRegExp(operand.pattern, checkedOptions(options));
  if (typeof operand === 'string') return new BSONRegExp(operand, checkedOptions(options ?? ''));
  throw new CommandError(2, '$regex has to be a string');
}

function parseSize(operand: unknown): number {
  const size = toNumber(operand);
  if (size === undefined || !Number.isInteger(size) || size < 0)
    throw new CommandError(9, 'Failed to parse $size. Expected a non-negative integer');
  return size;
}

function parseTypes(operand: unknown): ReadonlySet<TypeName> {
  const wanted = Array.isArray(operand) ? operand : [operand];
  if (wanted.length === 0) throw new CommandError(9, '$type must match at least one type');
  return new Set(wanted.flatMap(parseType));
}

function parseType(wanted: unknown): readonly TypeName[] {
  if (wanted === 'number') return NUMBER_TYPES;
  const code = toNumber(wanted);
  const names = Object.keys(BSON_TYPES) as TypeName[];
  const name = names.find((known) =>
    code === undefined ? known === wanted : BSON_TYPES[known].code === code,
  );
  if (name) return [name];
  throw new CommandError(code === undefined ? 2 : 9, `Unknown type name or code: ${code ?? String(wanted)}`);
}
