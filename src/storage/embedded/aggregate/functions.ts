import { Decimal128, Double, Int32, Long } from 'bson';
import { Context, ProcessingMode } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import { typeName } from '../bson-types.js';
import { CommandError, unsupported } from '../errors.js';
import { compareValues } from '../order.js';
import { type Doc, isDoc, toNumber, wholeNumber } from '../values.js';

/**
 * What an operator makes of its evaluated arguments; a missing one is `undefined`.
 *
 * @param count is told how many bytes will be made, where the arguments do not bound that
 */
type Run = (values: readonly unknown[], count: (bytes: number) => void) => unknown;

/** A function with the least and the most arguments it takes. */
interface Signature {
  readonly least: number;
  readonly most: number;
  readonly run: Run;
}

type MingoOperator = typeof mingo.$split;

const ANY = Number.POSITIVE_INFINITY;
/** Memory of an element that is made, a number or a short text. */
const ELEMENT_BYTES = 40;

/** Operators that are functions of their arguments. Texts, dates and rounding are mingo's. */
export const FUNCTIONS: Readonly<Record<string, Signature>> = {
  $cmp: comparing((order) => new Int32(Math.sign(order))),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),

  $add: unlessNull(0, ANY, add),
  $subtract: unlessNull(2, 2, subtract),
  $multiply: computing(0, ANY, (...numbers) => numbers.reduce((a, b) => a * b, 1)),
  $divide: unlessNull(2, 2, (values) => new Double(operand(values[0]) / divisor(operand(values[1])))),
  $mod: computing(2, 2, (a, b) => a % divisor(b)),
  $abs: computing(1, 1, Math.abs),
  $ceil: computing(1, 1, Math.ceil),
  $floor: computing(1, 1, Math.floor),
  $round: computing(1, 2, rounding(mingo.$round)),
  $trunc: computing(1, 2, rounding(mingo.$trunc)),

  $in: takes(2, 2, ([value, array]) =>
    arrayOf(array ?? null, '$in', 40081).some((element) => compareValues(element, value) === 0),
  ),
  $isArray: takes(1, 1, ([value]) => Array.isArray(value)),
  $size: takes(1, 1, ([array]) => new Int32(arrayOf(array, '$size', 17124).length)),
  $first: unlessNull(1, 1, ([array]) => arrayOf(array, '$first', 28689)[0]),
  $last: unlessNull(1, 1, ([array]) => arrayOf(array, '$last', 28689).at(-1)),
  $arrayElemAt: unlessNull(2, 2, ([array, at]) =>
    arrayOf(array, '$arrayElemAt', 28689).at(whole(at, '$arrayElemAt', 28691)),
  ),
  $slice: unlessNull(2, 3, slice),
  $concatArrays: unlessNull(0, ANY, (arrays, count) => {
    const parts = arrays.map((array) => arrayOf(array, '$concatArrays', 28664));
    count(parts.reduce((sum, { length }) => sum + length, 0) * ELEMENT_BYTES);
    return parts.flat();
  }),
  $reverseArray: unlessNull(1, 1, ([array]) => arrayOf(array, '$reverseArray', 34435).toReversed()),
  $range: takes(2, 3, range),
  $mergeObjects: takes(0, ANY, (documents) =>
    Object.fromEntries(documents.flatMap((one) => Object.entries(document(one ?? {})))),
  ),
  $objectToArray: unlessNull(1, 1, ([one]) => Object.entries(document(one)).map(([k, v]) => ({ k, v }))),
  $arrayToObject: unlessNull(1, 1, ([array]) =>
    Object.fromEntries(arrayOf(array, '$arrayToObject', 40386).map(entry)),
  ),

  $concat: unlessNull(0, ANY, (texts, count) => {
    count(texts.reduce<number>((sum, one) => sum + text(one).length, 0));
    return texts.join('');
  }),
  $split: unlessNull(2, 2, ([whole, separator], count) => {
    count(text(whole).length * ELEMENT_BYTES);
    if (separator === '') throw new CommandError(40087, '$split requires a non-empty separator');
    return byMingo(mingo.$split, [whole, text(separator)]);
  }),
  $strLenCP: takes(1, 1, ([one]) => new Int32([...text(one)].length)),
  $substrCP: takes(3, 3, ([one, from, length]) =>
    byMingo(mingo.$substrCP, [
      text(one ?? ''),
      whole(from, '$substrCP', 34450),
      whole(length, '$substrCP', 34452),
    ]),
  ),
  $trim: trimming(mingo.$trim),
  $ltrim: trimming(mingo.$ltrim),
  $rtrim: trimming(mingo.$rtrim),
  // Of A–Z only, as in MongoDB.
  $toLower: takes(1, 1, ([one]) => text(one ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  $toUpper: takes(1, 1, ([one]) => text(one ?? '').replace(/[a-z]/g, (letter) => letter.toUpperCase())),

  $year: datePart(mingo.$year),
  $month: datePart(mingo.$month),
  $dayOfMonth: datePart(mingo.$dayOfMonth),
  $dayOfWeek: datePart(mingo.$dayOfWeek),
  $dayOfYear: datePart(mingo.$dayOfYear),
  $hour: datePart(mingo.$hour),
  $minute: datePart(mingo.$minute),
  $second: datePart(mingo.$second),
  $millisecond: datePart(mingo.$millisecond),
  $dateToString: takes(1, 1, dateToString),
};

/** One for all calls: making a context copies every operator. */
const OPTIONS = {
  context: Context.init({ expression: { $literal: mingo.$literal } }),
  scriptEnabled: false,
  useStrictMode: true,
  failOnError: true,
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
};

/** @param argument values, or values by name: they are not taken for expressions */
function byMingo(operator: MingoOperator, argument: readonly unknown[] | Doc): unknown {
  const literal = (value: unknown) => ({ $literal: value });
  const literals = Array.isArray(argument)
    ? argument.map(literal)
    : Object.fromEntries(Object.entries(argument).map(([field, value]) => [field, literal(value)]));
  try {
    return operator({}, literals, OPTIONS);
  } catch (error) {
    throw new CommandError(2, error instanceof Error ? error.message : String(error));
  }
}

function takes(least: number, most: number, run: Run): Signature {
  return { least, most, run };
}

/** Null and missing arguments make null of nearly everything. */
function unlessNull(least: number, most: number, run: Run): Signature {
  const isNull = (value: unknown) => value === null || value === undefined;
  return takes(least, most, (values, count) => (values.some(isNull) ? null : run(values, count)));
}

function comparing(answer: (order: number) => unknown): Signature {
  return takes(2, 2, ([a, b]) => {
    const missing = Number(a !== undefined) - Number(b !== undefined);
    return answer(a === undefined || b === undefined ? missing : compareValues(a, b));
  });
}

function computing(least: number, most: number, compute: (...numbers: number[]) => number): Signature {
  return unlessNull(least, most, (values) => result(values, compute(...values.map(operand))));
}

/** A number to compute with. @throws where it would lose digits */
function operand(value: unknown): number {
  const number = toNumber(value);
  if (number === undefined) throw new CommandError(14, `cannot compute with a ${typeName(value)}`);
  if (value instanceof Decimal128) throw unsupported('computing with Decimal128');
  if (value instanceof Long && !Number.isSafeInteger(number))
    throw unsupported('computing with a 64-bit integer beyond 2^53');
  return number;
}

/** In the widest type of the operands: double over long over int. */
function result(operands: readonly unknown[], value: number): Int32 | Long | Double {
  if (operands.some((one) => one instanceof Double) || !Number.isSafeInteger(value)) return new Double(value);
  return operands.some((one) => one instanceof Long) ? Long.fromNumber(value) : wholeNumber(value);
}

function add(values: readonly unknown[]): unknown {
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new CommandError(16612, 'only one date allowed in an $add expression');
  const numbers = values.filter((value) => !(value instanceof Date));
  const sum = numbers.map(operand).reduce((a, b) => a + b, 0);
  return dates[0] ? new Date(dates[0].getTime() + sum) : result(numbers, sum);
}

function subtract([a, b]: readonly unknown[]): unknown {
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date) return new Date(a.getTime() - operand(b));
  return result([a, b], operand(a) - operand(b));
}

function divisor(number: number): number {
  if (number === 0) throw new CommandError(2, "can't divide by zero");
  return number;
}

function rounding(operator: MingoOperator): (value: number, place?: number) => number {
  return (value, place = 0) => {
    if (place < 0) throw unsupported('rounding to tens');
    return byMingo(operator, [value, place]) as number;
  };
}

function arrayOf(value: unknown, operator: string, code: number): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new CommandError(code, `${operator} needs an array, not a ${typeName(value)}`);
}

function whole(value: unknown, operator: string, code: number): number {
  const number = toNumber(value);
  if (number !== undefined && Number.isInteger(number) && Math.abs(number) < 2 ** 31) return number;
  throw new CommandError(code, `${operator} needs a 32-bit integer, not a ${typeName(value)}`);
}

function slice([array, first, second]: readonly unknown[]): unknown {
  const from = whole(first, '$slice', 28725);
  const elements = arrayOf(array, '$slice', 28724);
  if (second === undefined) return from < 0 ? elements.slice(from) : elements.slice(0, from);
  const length = whole(second, '$slice', 28727);
  if (length < 1) throw new CommandError(28729, 'the third argument to $slice must be positive');
  const start = from < 0 ? Math.max(0, elements.length + from) : from;
  return elements.slice(start, start + length);
}

function range([first, last, by]: readonly unknown[], count: (bytes: number) => void): unknown {
  const start = whole(first, '$range', 34444);
  const step = by === undefined ? 1 : whole(by, '$range', 34448);
  if (step === 0) throw new CommandError(34449, '$range requires a non-zero step value');
  const length = Math.max(0, Math.ceil((whole(last, '$range', 34446) - start) / step));
  count(length * ELEMENT_BYTES);
  return Array.from({ length }, (_, i) => new Int32(start + i * step));
}

function document(value: unknown): Doc {
  if (isDoc(value)) return value;
  throw new CommandError(40400, `an object is needed, not a ${typeName(value)}`);
}

/** `{ k, v }` or `[k, v]` */
function entry(value: unknown): readonly [string, unknown] {
  const [k, v] = Array.isArray(value) ? value : [document(value).k, document(value).v];
  return [text(k), v ?? null];
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new CommandError(16702, `a string is needed, not a ${typeName(value)}`);
}

function trimming(operator: MingoOperator): Signature {
  return takes(1, 1, ([named]) => {
    const { input, chars } = document(named);
    if ((input ?? null) === null || chars === null) return null;
    return byMingo(operator, { input: text(input), ...(chars === undefined ? {} : { chars: text(chars) }) });
  });
}

/** A date alone, or `{ date }`. */
function datePart(operator: MingoOperator): Signature {
  return takes(1, 1, ([value]) => {
    const at = (isDoc(value) ? value.date : value) ?? null;
    return at === null ? null : new Int32(byMingo(operator, { date: date(at) }) as number);
  });
}

function date(value: unknown): Date {
  if (value instanceof Date) return value;
  throw new CommandError(16006, `can't convert from BSON type ${typeName(value)} to Date`);
}

/** Formats whose numbers mingo gets right. */
const DATE_FORMAT = /^(?:[^%]|%[YmdHMSLjuwz%])*$/;

function dateToString([named]: readonly unknown[]): unknown {
  const { date: at, format, onNull = null } = document(named);
  if ((at ?? null) === null) return onNull;
  if (format !== undefined && !DATE_FORMAT.test(text(format)))
    throw unsupported(`the format '${format}' of $dateToString`);
  return byMingo(mingo.$dateToString, { date: date(at), ...(format === undefined ? {} : { format }) });
}
