import { BSONRegExp, Decimal128, Double, Int32, Long, Timestamp } from 'bson';
import { typeName } from '../bson-types.js';
import { CommandError, unsupported } from '../errors.js';
import { compareValues, equalValues } from '../order.js';
import { compileElementTest } from '../query/filter.js';
import { parseSort, sortKeyMaker } from '../query/sort.js';
import { type Doc, identicalValues, isDoc, toNumber, wholeNumber } from '../values.js';

/** What `$push` may say besides its values. */
const CLAUSES = ['$each', '$position', '$slice', '$sort'];

/** What an operator makes of the value at its path. `undefined` stands for a missing field, before and after. */
export type Change = (current: unknown) => unknown;

/**
 * Operator → its change for one path. The argument is checked here, before any document is touched. A change
 * that changes nothing gives back the very value it got.
 */
export const OPERATORS: Readonly<Record<string, (argument: unknown, path: string, now: Date) => Change>> = {
  $set: set,
  $setOnInsert: set,
  $unset: () => () => undefined,
  $inc: increment,
  $min: (argument) => replaceWhen(argument, (order) => order < 0),
  $max: (argument) => replaceWhen(argument, (order) => order > 0),
  $currentDate: currentDate,
  $push: push,
  $pull: pull,
  $addToSet: addToSet,
};

function set(value: unknown): Change {
  return (current) => (current !== undefined && identicalValues(current, value) ? current : value);
}

function replaceWhen(value: unknown, better: (order: number) => boolean): Change {
  return (current) => (current === undefined || better(compareValues(value, current)) ? value : current);
}

function currentDate(argument: unknown, _path: string, now: Date): Change {
  const wanted = isDoc(argument) ? argument.$type : argument;
  const timestamp = new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  if (wanted === 'timestamp') return () => timestamp;
  if (wanted === 'date' || typeof argument === 'boolean') return () => now;
  throw new CommandError(2, "$currentDate needs true or {$type: 'date' or 'timestamp'}");
}

function increment(by: unknown, path: string): Change {
  if (toNumber(by) === undefined)
    throw new CommandError(14, `Cannot increment with non-numeric argument: {${path}: ${String(by)}}`);
  return (current) => {
    if (current === undefined) return by;
    if (toNumber(current) === undefined)
      throw new CommandError(14, `Cannot apply $inc to '${path}' of non-numeric type ${typeName(current)}`);
    const sum = addNumbers(current, by);
    return identicalValues(sum, current) ? current : sum;
  };
}

/** The sum in MongoDB's types: double wins over long over int; an int that overflows becomes a long. */
function addNumbers(a: unknown, b: unknown): Int32 | Long | Double {
  if (a instanceof Decimal128 || b instanceof Decimal128) throw unsupported('arithmetic with Decimal128');
  if (a instanceof Double || b instanceof Double) return new Double((toNumber(a) ?? 0) + (toNumber(b) ?? 0));
  if (a instanceof Int32 && b instanceof Int32) return wholeNumber(a.value + b.value);
  const sum = toBigInt(a) + toBigInt(b);
  if (BigInt.asIntN(64, sum) === sum) return Long.fromBigInt(sum);
  throw new CommandError(2, 'Failed to apply $inc: the sum is beyond the range of a 64-bit integer');
}

function toBigInt(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value) ?? 0);
}

/** `$pull`: takes away what equals a value, or what fulfils a condition. */
function pull(argument: unknown): Change {
  const condition = argument instanceof BSONRegExp ? { $regex: argument } : argument;
  const matches = isDoc(condition)
    ? compileElementTest(condition)
    : (element: unknown) => equalValues(element, argument);
  return (current) => {
    if (current === undefined) return undefined;
    if (!Array.isArray(current)) throw new CommandError(2, 'Cannot apply $pull to a non-array value');
    const kept = current.filter((element: unknown) => !matches(element));
    return kept.length === current.length ? current : kept;
  };
}

/** `$addToSet`: one value, or `{ $each }`; values that are there already are not added. */
function addToSet(argument: unknown, path: string): Change {
  const added = valuesToAdd('$addToSet', argument, ['$each']);
  return (current) => {
    const extended = [...arrayAt(current, path)];
    const length = extended.length;
    for (const value of added) if (!extended.some((known) => equalValues(known, value))) extended.push(value);
    return current !== undefined && extended.length === length ? current : extended;
  };
}

/** `$push`: one value, or `{ $each, $position, $sort, $slice }`. */
function push(argument: unknown, path: string): Change {
  const added = valuesToAdd('$push', argument, CLAUSES);
  const clauses = isEach(argument) ? argument : {};
  const position = wholeClause(clauses, '$position');
  const slice = wholeClause(clauses, '$slice');
  const sort = sortClause(clauses.$sort);
  return (current) => {
    const array = arrayAt(current, path);
    const joined = sort(array.toSpliced(position ?? array.length, 0, ...added));
    const kept = slice === undefined ? joined : slice < 0 ? joined.slice(slice) : joined.slice(0, slice);
    const same = kept.length === array.length && kept.every((value, i) => value === array[i]);
    return same && current !== undefined ? current : kept;
  };
}

/** The argument of `$push` or `$addToSet`: one value, or several in `$each`. */
function valuesToAdd(operator: string, argument: unknown, clauses: readonly string[]): readonly unknown[] {
  if (!isEach(argument)) return [argument];
  const unknown = Object.keys(argument).find((clause) => !clauses.includes(clause));
  if (unknown) throw new CommandError(2, `Unrecognized clause in ${operator}: ${unknown}`);
  if (Array.isArray(argument.$each)) return argument.$each;
  throw new CommandError(14, `The argument to $each in ${operator} must be an array`);
}

/** The array an operator adds to; a missing one is empty. */
function arrayAt(current: unknown, path: string): readonly unknown[] {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw new CommandError(2, `The field '${path}' must be an array but is of type ${typeName(current)}`);
}

function isEach(argument: unknown): argument is Doc {
  return isDoc(argument) && '$each' in argument;
}

function wholeClause(clauses: Doc, clause: string): number | undefined {
  const value = clauses[clause];
  const number = toNumber(value);
  if (value === undefined || (number !== undefined && Number.isInteger(number))) return number;
  throw new CommandError(2, `The value for ${clause} must be an integer value`);
}

function sortClause(order: unknown): (array: unknown[]) => unknown[] {
  if (order === undefined) return (array) => array;
  const direction = toNumber(order);
  if (direction === 1 || direction === -1)
    return (array) => array.sort((a, b) => direction * compareValues(a, b));
  const parsed = isDoc(order) ? parseSort(order) : undefined;
  if (!parsed) throw new CommandError(2, 'The $sort is invalid: 1, -1 or {field: 1 or -1}');
  const keyOf = sortKeyMaker(parsed);
  const key = (element: unknown) => keyOf(isDoc(element) ? element : {});
  return (array) => array.sort((a, b) => Buffer.compare(key(a), key(b)));
}
