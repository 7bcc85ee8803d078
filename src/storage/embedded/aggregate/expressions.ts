import { Decimal128, Double, Int32, Long } from 'bson';
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import { compareValues } from '../compare.js';
import { CommandError, unsupported } from '../errors.js';
import { splitPath } from '../query/paths.js';
import { type Doc, fieldOf, isDoc, typeName, wholeNumber } from '../values.js';

/** A compiled expression: a document to a value, `undefined` where MongoDB has no value at all. */
export type Compute = (document: Doc) => unknown;

type Operator = (document: unknown, argument: unknown, options: unknown) => unknown;

const known = mingo as unknown as Readonly<Record<string, Operator>>;

/** Operators taken from mingo as they are: tests/unit/storage/embedded checks each against MongoDB's rules. */
const FROM_MINGO = `$abs $add $ceil $divide $floor $mod $multiply $subtract $arrayElemAt $arrayToObject
  $concatArrays $filter $first $isArray $last $map $range $reduce $reverseArray $size $slice $and $not $or $cond $ifNull
  $dayOfMonth $dayOfWeek $dayOfYear $hour $millisecond $minute $month $second $year $dateToString $literal $mergeObjects
  $objectToArray $concat $ltrim $rtrim $split $strLenCP $substrCP $trim $let`.split(/\s+/);

/** Ours instead of mingo's, which orders types differently and changes the case of every alphabet. */
const OWN: Readonly<Record<string, Operator>> = {
  $cmp: comparing((order) => Math.sign(order)),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $in: (document, argument, options) => {
    const [value, array] = evaluateArguments(document, argument, options, 2);
    if (!Array.isArray(array)) throw new CommandError(40081, '$in requires an array as a second argument');
    return array.some((element) => compareValues(element, value) === 0);
  },
  $round: withOptionalArguments('$round'),
  $trunc: withOptionalArguments('$trunc'),
  $toLower: changingCase((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  $toUpper: changingCase((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())),
};

const operators = Object.fromEntries(FROM_MINGO.map((name) => [name, known[name]]));
/** One for all expressions: making a context copies every operator. */
const OPTIONS = {
  context: Context.init({ expression: { ...operators, ...OWN } as never }),
  scriptEnabled: false,
  useStrictMode: true,
  failOnError: true,
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
};

/**
 * Compiles an aggregation expression. Field paths and literals are read with their BSON types; operators are
 * mingo's, on plain JavaScript values.
 *
 * @throws {CommandError} InvalidPipelineOperator for operators outside the supported ones
 */
export function compileExpression(expression: unknown): Compute {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression);
  if (Array.isArray(expression)) {
    const elements = expression.map(compileExpression);
    return (document) => elements.map((element) => element(document) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const name = Object.keys(expression)[0];
  if (name?.startsWith('$')) return compileOperator(name, expression);
  const fields = Object.entries(expression).map(
    ([field, value]) => [field, compileExpression(value)] as const,
  );
  return (document) => {
    const values = fields.map(([field, compute]) => [field, compute(document)] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
}

/** Paths of the fields an expression reads, undefined when it may read anything. */
export function fieldsRead(expression: unknown): string[] | undefined {
  if (typeof expression === 'string') {
    if (expression.startsWith('$$')) return expression === '$$REMOVE' ? [] : undefined;
    return expression.startsWith('$') ? [expression.slice(1)] : [];
  }
  if (isDoc(expression) && '$literal' in expression) return [];
  const parts = Array.isArray(expression) ? expression : isDoc(expression) ? Object.values(expression) : [];
  const read = parts.map(fieldsRead);
  return read.includes(undefined) ? undefined : read.flatMap((paths) => paths ?? []);
}

/** The value at a path as expressions see it: through arrays it is the array of what is there. */
export function pathValue(value: unknown, path: readonly string[], from = 0): unknown {
  const field = path[from];
  if (field === undefined) return value;
  if (Array.isArray(value))
    return value
      .map((element: unknown) => pathValue(element, path, from))
      .filter((found) => found !== undefined);
  return isDoc(value) ? pathValue(fieldOf(value, field), path, from + 1) : undefined;
}

function compilePath(expression: string): Compute {
  if (!expression.startsWith('$$')) {
    const path = splitPath(expression.slice(1));
    if (path.includes('')) throw new CommandError(40353, `'${expression}' is not a valid field path`);
    return (document) => pathValue(document, path);
  }
  const [variable, ...path] = splitPath(expression.slice(2));
  if (variable === 'ROOT' || variable === 'CURRENT') return (document) => pathValue(document, path);
  if (variable === 'REMOVE') return () => undefined;
  if (variable === 'NOW') return () => new Date();
  throw new CommandError(17276, `Use of undefined variable: ${variable}`);
}

function compileOperator(name: string, expression: Doc): Compute {
  if (Object.keys(expression).length > 1)
    throw new CommandError(
      15983,
      `An object representing an expression must have exactly one field, but has ${name} and more`,
    );
  if (name === '$literal') return () => expression[name];
  refuseUnknown(expression);
  const plain = toPlain(expression);
  const fields = fieldsRead(expression)?.map((path) => path.split('.')[0] ?? '');
  const wanted = fields && new Set(fields);
  return (document) => {
    const names = wanted
      ? [...wanted].filter((field) => Object.hasOwn(document, field))
      : Object.keys(document);
    const seen = Object.fromEntries(names.map((field) => [field, toPlain(document[field])]));
    return fromPlain(evaluate(seen, plain));
  };
}

/** Every operator inside must be supported, and no date may be shifted to a time zone (mingo errs there). */
function refuseUnknown(expression: unknown): void {
  if (Array.isArray(expression)) for (const part of expression) refuseUnknown(part);
  if (!isDoc(expression)) return;
  for (const [name, argument] of Object.entries(expression)) {
    if (name === '__proto__') throw new CommandError(2, "the field name '__proto__' cannot be used");
    if (name.startsWith('$') && !Object.hasOwn(operators, name) && !Object.hasOwn(OWN, name))
      throw new CommandError(
        168,
        `Unrecognized expression '${name}': it is not supported by the embedded database`,
      );
    if (isDoc(argument) && 'timezone' in argument) throw unsupported(`the option 'timezone' of ${name}`);
    if (name !== '$literal') refuseUnknown(argument);
  }
}

function evaluate(document: unknown, expression: unknown): unknown {
  try {
    return evalExpr(document, expression, OPTIONS as never);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(2, error instanceof Error ? error.message : String(error));
  }
}

/** mingo wants an array even of one argument. */
function withOptionalArguments(name: string): Operator {
  return (document, argument, options) =>
    known[name]?.(document, Array.isArray(argument) ? argument : [argument], options);
}

function comparing(answer: (order: number) => unknown): Operator {
  return (document, argument, options) => {
    const [a, b] = evaluateArguments(document, argument, options, 2);
    return answer(
      a === undefined || b === undefined
        ? Number(a !== undefined) - Number(b !== undefined)
        : compareValues(a, b),
    );
  };
}

function changingCase(change: (text: string) => string): Operator {
  return (document, argument, options) => {
    const value = evalExpr(document, Array.isArray(argument) ? argument[0] : argument, options as never);
    if (value === undefined || value === null) return '';
    if (typeof value !== 'string')
      throw new CommandError(16007, `can't convert from BSON type ${typeName(value)} to String`);
    return change(value);
  };
}

function evaluateArguments(document: unknown, argument: unknown, options: unknown, count: number): unknown[] {
  if (!Array.isArray(argument) || argument.length !== count)
    throw new CommandError(16020, `an expression takes exactly ${count} arguments`);
  return argument.map((part) => evalExpr(document, part, options as never));
}

/** JavaScript numbers instead of BSON's, as mingo wants them. @throws where a number would lose digits */
function toPlain(value: unknown): unknown {
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
function fromPlain(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? wholeNumber(value) : new Double(value);
  if (Array.isArray(value)) return value.map((element) => fromPlain(element) ?? null);
  if (!isDoc(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([field, inner]) => [field, fromPlain(inner)]));
}
