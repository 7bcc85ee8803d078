import { BSONRegExp } from 'bson';
import { compareValues, equalValues } from '../compare.js';
import { CommandError } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { parseFilter } from '../query/parse.js';
import { parseSort, sortKeyMaker } from '../query/sort.js';
import { type Doc, isDoc, toNumber, typeName } from '../values.js';
import { type Change, UNCHANGED } from './change.js';

const PUSH_CLAUSES = new Set(['$each', '$position', '$slice', '$sort']);

/** `$push`: one value, or `{ $each, $position, $sort, $slice }`. */
export function push(argument: unknown, path: string): Change {
  const clauses = isDoc(argument) && '$each' in argument ? argument : undefined;
  const added = clauses ? eachOf('$push', clauses, PUSH_CLAUSES) : [argument];
  const position = wholeClause(clauses, '$position');
  const slice = wholeClause(clauses, '$slice');
  const sort = sortClause(clauses?.$sort);
  return (current) => {
    const array = arrayAt(current, path);
    const at = insertionPoint(array.length, position);
    const joined = sort([...array.slice(0, at), ...added, ...array.slice(at)]);
    const kept = sliced(joined, slice);
    const same =
      current !== undefined && kept.length === array.length && kept.every((value, i) => value === array[i]);
    return same ? UNCHANGED : kept;
  };
}

/** `$addToSet`: one value, or `{ $each }`; values that are there already are not added. */
export function addToSet(argument: unknown, path: string): Change {
  const isEach = isDoc(argument) && '$each' in argument;
  const added = isEach ? eachOf('$addToSet', argument, new Set(['$each'])) : [argument];
  return (current) => {
    const array = arrayAt(current, path);
    const extended = [...array];
    for (const value of added) if (!extended.some((known) => equalValues(known, value))) extended.push(value);
    return current !== undefined && extended.length === array.length ? UNCHANGED : extended;
  };
}

/** `$pull`: what equals a value, or what fulfils a condition. */
export function pull(argument: unknown): Change {
  const matches = pullTest(argument);
  return (current) => {
    if (current === undefined) return UNCHANGED;
    if (!Array.isArray(current)) throw new CommandError(2, 'Cannot apply $pull to a non-array value');
    const kept = current.filter((element: unknown) => !matches(element));
    return kept.length === current.length ? UNCHANGED : kept;
  };
}

function pullTest(argument: unknown): (element: unknown) => boolean {
  const condition = argument instanceof BSONRegExp ? { $regex: argument } : argument;
  if (!isDoc(condition)) return (element) => equalValues(element, argument);
  const matches = compileFilter(parseFilter({ elements: { $elemMatch: condition } }));
  return (element) => matches({ elements: [element] });
}

function eachOf(operator: string, clauses: Doc, known: ReadonlySet<string>): unknown[] {
  for (const clause of Object.keys(clauses))
    if (!known.has(clause)) throw new CommandError(2, `Unrecognized clause in ${operator}: ${clause}`);
  const each = clauses.$each;
  if (!Array.isArray(each))
    throw new CommandError(
      14,
      `The argument to $each in ${operator} must be an array but it was of type ${typeName(each)}`,
    );
  return each;
}

function wholeClause(clauses: Doc | undefined, clause: string): number | undefined {
  const value = clauses?.[clause];
  if (value === undefined) return undefined;
  const number = toNumber(value);
  if (number === undefined || !Number.isInteger(number))
    throw new CommandError(
      2,
      `The value for ${clause} must be an integer value but was given type: ${typeName(value)}`,
    );
  return number;
}

function sortClause(order: unknown): (array: unknown[]) => unknown[] {
  if (order === undefined) return (array) => array;
  const direction = toNumber(order);
  if (direction === 1 || direction === -1)
    return (array) => array.sort((a, b) => direction * compareValues(a, b));
  const parsed = isDoc(order) ? parseSort(order) : undefined;
  if (!parsed)
    throw new CommandError(
      2,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  const keyOf = sortKeyMaker(parsed);
  return (array) => {
    const keyed = array.map((element) => ({ element, key: keyOf(isDoc(element) ? element : {}) }));
    return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ element }) => element);
  };
}

function insertionPoint(length: number, position: number | undefined): number {
  if (position === undefined) return length;
  return position < 0 ? Math.max(0, length + position) : Math.min(length, position);
}

function sliced(array: unknown[], slice: number | undefined): unknown[] {
  if (slice === undefined) return array;
  return slice < 0 ? array.slice(slice) : array.slice(0, slice);
}

function arrayAt(current: unknown, path: string): readonly unknown[] {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw new CommandError(2, `The field '${path}' must be an array but is of type ${typeName(current)}`);
}
