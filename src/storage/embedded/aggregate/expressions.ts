import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import { typeName } from '../bson-types.js';
import { CommandError, unsupported } from '../errors.js';
import { compareValues } from '../order.js';
import { splitPath } from '../query/paths.js';
import { type Doc, fieldOf, isDoc } from '../values.js';
import { fromPlain, toPlain } from './plain-numbers.js';

/** A compiled expression: a document to a value, `undefined` where MongoDB has no value at all. */
export type Compute = (document: Doc) => unknown;

type Options = Parameters<typeof evalExpr>[2];
type Operator = (document: unknown, argument: unknown, options: Options) => unknown;

/** Operators taken from mingo as they are: tests/contract checks each against MongoDB's rules. */
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
    const [value, array] = twoArguments(document, argument, options);
    if (!Array.isArray(array)) throw new CommandError(40081, '$in requires an array as a second argument');
    return array.some((element) => compareValues(element, value) === 0);
  },
  // mingo wants an array even of one argument.
  $round: (document, argument, options) => mingo.$round(document as Doc, [argument].flat(), options),
  $trunc: (document, argument, options) => mingo.$trunc(document as Doc, [argument].flat(), options),
  $toLower: changingCase((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  $toUpper: changingCase((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())),
};

const supported = new Map<string, unknown>([
  ...Object.entries(mingo).filter(([name]) => FROM_MINGO.includes(name)),
  ...Object.entries(OWN),
]);

/** One for all expressions: making a context copies every operator. */
const OPTIONS = {
  context: Context.init({ expression: Object.fromEntries(supported) as Record<string, typeof mingo.$abs> }),
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
  if (Object.keys(expression)[0]?.startsWith('$')) return compileOperator(expression);
  const fields = Object.entries(expression).map(
    ([field, value]) => [field, compileExpression(value)] as const,
  );
  return (document) => {
    const values = fields.map(([field, compute]) => [field, compute(document)] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
}

function compilePath(expression: string): Compute {
  const path = splitPath(expression.replace(/^\$(\$(ROOT|CURRENT)(\.|$))?/, ''));
  if (expression === '$$ROOT' || expression === '$$CURRENT') return (document) => document;
  if (expression === '$$REMOVE') return () => undefined;
  if (expression === '$$NOW') return () => new Date();
  if (path[0]?.startsWith('$')) throw new CommandError(17276, `Use of undefined variable: ${expression}`);
  if (path.includes('')) throw new CommandError(40353, `'${expression}' is not a valid field path`);
  return (document) => pathValue(document, path);
}

/** The value at a path as expressions see it: through arrays it is the array of what is there. */
function pathValue(value: unknown, path: readonly string[], from = 0): unknown {
  const field = path[from];
  if (field === undefined) return value;
  if (Array.isArray(value))
    return value
      .map((element: unknown) => pathValue(element, path, from))
      .filter((found) => found !== undefined);
  return isDoc(value) ? pathValue(fieldOf(value, field), path, from + 1) : undefined;
}

function compileOperator(expression: Doc): Compute {
  const [name = '', ...others] = Object.keys(expression);
  if (others.length > 0)
    throw new CommandError(15983, `an expression must have exactly one field, not ${name} and more`);
  if (name === '$literal') return () => expression[name];
  refuseUnknown(expression);
  const plain = toPlain(expression);
  const read = fieldsRead(expression);
  return (document) => {
    const seen = Object.entries(document).filter(([field]) => read === 'all' || read.has(field));
    return fromPlain(evaluate(toPlain(Object.fromEntries(seen)), plain));
  };
}

/** Top-level fields an expression reads: others need no conversion, and may hold what cannot be converted. */
function fieldsRead(expression: unknown): ReadonlySet<string> | 'all' {
  const paths = textsIn(expression).filter((text) => text.startsWith('$'));
  if (paths.some((path) => /^\$\$(ROOT|CURRENT)/.test(path))) return 'all';
  return new Set(paths.map((path) => path.slice(1).split('.')[0] ?? ''));
}

function textsIn(expression: unknown): string[] {
  if (typeof expression === 'string') return [expression];
  if (Array.isArray(expression)) return expression.flatMap(textsIn);
  return isDoc(expression) ? Object.values(expression).flatMap(textsIn) : [];
}

/** Every operator inside must be supported, and no date may be shifted to a time zone (mingo errs there). */
function refuseUnknown(expression: unknown): void {
  if (Array.isArray(expression)) for (const part of expression) refuseUnknown(part);
  if (!isDoc(expression)) return;
  for (const [name, argument] of Object.entries(expression)) {
    if (name === '__proto__') throw new CommandError(2, "the field name '__proto__' cannot be used");
    if (name.startsWith('$') && !supported.has(name))
      throw new CommandError(168, `Unrecognized or unsupported expression '${name}'`);
    if (isDoc(argument) && 'timezone' in argument) throw unsupported(`the option 'timezone' of ${name}`);
    if (name !== '$literal') refuseUnknown(argument);
  }
}

function evaluate(document: unknown, expression: unknown): unknown {
  try {
    return evalExpr(document as Doc, expression as Doc, OPTIONS);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(2, error instanceof Error ? error.message : String(error));
  }
}

function comparing(answer: (order: number) => unknown): Operator {
  return (document, argument, options) => {
    const [a, b] = twoArguments(document, argument, options);
    const missing = Number(a !== undefined) - Number(b !== undefined);
    return answer(a === undefined || b === undefined ? missing : compareValues(a, b));
  };
}

function changingCase(change: (text: string) => string): Operator {
  return (document, argument, options) => {
    const [operand] = [argument].flat();
    const value = evalExpr(document as Doc, operand as Doc, options);
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return change(value);
    throw new CommandError(16007, `can't convert from BSON type ${typeName(value)} to String`);
  };
}

function twoArguments(document: unknown, argument: unknown, options: Options): unknown[] {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw new CommandError(16020, 'a comparison takes exactly 2 arguments');
  return argument.map((part) => evalExpr(document as Doc, part as Doc, options));
}
