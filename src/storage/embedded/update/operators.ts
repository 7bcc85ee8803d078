import { Decimal128, Double, Int32, Long, Timestamp } from 'bson';
import { compareValues, identicalValues } from '../compare.js';
import { CommandError, unsupported } from '../errors.js';
import { isDoc, toNumber, typeName, wholeNumber } from '../values.js';
import { addToSet, pull, push } from './array-operators.js';
import { type Change, REMOVED, UNCHANGED } from './change.js';

/** Operator → its change for one path. The argument is checked here, before any document is touched. */
export const OPERATORS = {
  $set: (argument) => set(argument),
  $setOnInsert: (argument) => set(argument),
  $unset: () => (current) => (current === undefined ? UNCHANGED : REMOVED),
  $inc: (argument, path) => increment(argument, path),
  $min: (argument) => replaceWhen(argument, (order) => order < 0),
  $max: (argument) => replaceWhen(argument, (order) => order > 0),
  $currentDate: (argument, _path, now) => currentDate(argument, now),
  $push: (argument, path) => push(argument, path),
  $pull: (argument) => pull(argument),
  $addToSet: (argument, path) => addToSet(argument, path),
} as const satisfies Readonly<Record<string, (argument: unknown, path: string, now: Date) => Change>>;

export type OperatorName = keyof typeof OPERATORS;

function set(value: unknown): Change {
  return (current) => (current !== undefined && identicalValues(current, value) ? UNCHANGED : value);
}

function replaceWhen(value: unknown, better: (order: number) => boolean): Change {
  return (current) => (current === undefined || better(compareValues(value, current)) ? value : UNCHANGED);
}

function currentDate(argument: unknown, now: Date): Change {
  const wanted = isDoc(argument) ? argument.$type : argument;
  if (wanted === 'timestamp') {
    const timestamp = new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
    return () => timestamp;
  }
  if (wanted === 'date' || typeof argument === 'boolean') return () => now;
  throw new CommandError(
    2,
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
}

function increment(by: unknown, path: string): Change {
  if (toNumber(by) === undefined)
    throw new CommandError(14, `Cannot increment with non-numeric argument: {${path}: ${String(by)}}`);
  return (current) => {
    if (current === undefined) return by;
    if (toNumber(current) === undefined)
      throw new CommandError(
        14,
        `Cannot apply $inc to a value of non-numeric type. The field '${path}' is of non-numeric type ${typeName(current)}`,
      );
    const sum = addNumbers(current, by);
    return identicalValues(sum, current) ? UNCHANGED : sum;
  };
}

/** The sum in MongoDB's types: double wins over long over int; an int that overflows becomes a long. */
function addNumbers(a: unknown, b: unknown): Int32 | Long | Double {
  if (a instanceof Decimal128 || b instanceof Decimal128) throw unsupported('arithmetic with Decimal128');
  if (a instanceof Double || b instanceof Double) return new Double((toNumber(a) ?? 0) + (toNumber(b) ?? 0));
  if (a instanceof Int32 && b instanceof Int32) return wholeNumber(a.value + b.value);
  const sum = toBigInt(a) + toBigInt(b);
  if (BigInt.asIntN(64, sum) !== sum)
    throw new CommandError(
      2,
      'Failed to apply $inc operations: the sum is beyond the range of a 64-bit integer',
    );
  return Long.fromBigInt(sum);
}

function toBigInt(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value) ?? 0);
}
