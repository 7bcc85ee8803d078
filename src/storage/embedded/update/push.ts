import { typeName } from '../bson-types.js';
import { CommandError } from '../errors.js';
import { compareValues } from '../order.js';
import { parseSort, sortKeyMaker } from '../query/sort.js';
import { type Doc, isDoc, toNumber } from '../values.js';

const CLAUSES = ['$each', '$position', '$slice', '$sort'];

/** `$push`: one value, or `{ $each, $position, $sort, $slice }`. */
export function push(argument: unknown, path: string): (current: unknown) => unknown {
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
export function valuesToAdd(
  operator: string,
  argument: unknown,
  clauses: readonly string[],
): readonly unknown[] {
  if (!isEach(argument)) return [argument];
  const unknown = Object.keys(argument).find((clause) => !clauses.includes(clause));
  if (unknown) throw new CommandError(2, `Unrecognized clause in ${operator}: ${unknown}`);
  if (Array.isArray(argument.$each)) return argument.$each;
  throw new CommandError(14, `The argument to $each in ${operator} must be an array`);
}

/** The array an operator adds to; a missing one is empty. */
export function arrayAt(current: unknown, path: string): readonly unknown[] {
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
