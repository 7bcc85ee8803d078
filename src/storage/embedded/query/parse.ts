import { BSONRegExp, Int32 } from 'bson';
import { CommandError, unsupported } from '../errors.js';
import { type Doc, isDoc, type TypeName, toNumber } from '../values.js';
import { splitPath } from './paths.js';
import { refuseBadOptions, toRegExp } from './regex.js';

/** Comparisons that the planner can turn into ranges of an index. */
export type Comparison = '$eq' | '$gt' | '$gte' | '$lt' | '$lte';

/** A test of the values at a path. */
export type Test =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly operand: unknown }
  | { readonly kind: 'in'; readonly values: readonly unknown[]; readonly patterns: readonly RegExp[] }
  | { readonly kind: 'regex'; readonly pattern: RegExp; readonly source: BSONRegExp }
  | { readonly kind: 'type'; readonly names: ReadonlySet<TypeName> }
  | { readonly kind: 'exists' }
  | { readonly kind: 'size'; readonly size: number }
  | { readonly kind: 'elementDocument'; readonly condition: Condition }
  | { readonly kind: 'elementValue'; readonly tests: readonly Condition[] };

/** A filter, checked and taken apart. */
export type Condition =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly parts: readonly Condition[] }
  | { readonly kind: 'field'; readonly path: string; readonly parts: readonly string[]; readonly test: Test };

/** MongoDB's operators that this database has not. */
const ELSEWHERE = new Set(
  `$expr $where $text $jsonSchema $mod $bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear $near $nearSphere $geoWithin
   $geoIntersects $within $alwaysTrue $alwaysFalse $sampleRate $rand $minDistance $maxDistance`.split(/\s+/),
);

/** @see https://www.mongodb.com/docs/manual/reference/bson-types/ */
const TYPE_CODES: Readonly<Record<number, TypeName>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const NUMBER_TYPES = ['int', 'double', 'long', 'decimal'] as const;

/** @throws {CommandError} for everything outside the supported operators, naming it */
export function parseFilter(filter: Doc): Condition {
  return all(Object.entries(filter).flatMap(([field, operand]) => parseEntry(field, operand)));
}

function parseEntry(field: string, operand: unknown): Condition[] {
  if (field === '$comment') return [];
  if (field === '$and' || field === '$or' || field === '$nor') return [parseLogical(field, operand)];
  if (field.startsWith('$')) {
    if (ELSEWHERE.has(field)) throw unsupported(`the query operator ${field}`);
    throw new CommandError(2, `unknown top level operator: ${field}`);
  }
  return parseField(field, operand);
}

function parseLogical(operator: '$and' | '$or' | '$nor', operand: unknown): Condition {
  if (!Array.isArray(operand) || operand.length === 0)
    throw new CommandError(2, `${operator} must be a nonempty array`);
  const parts = operand.map((part: unknown) => {
    if (!isDoc(part)) throw new CommandError(2, `${operator} entries need to be full objects`);
    return parseFilter(part);
  });
  return { kind: operator.slice(1) as 'and' | 'or' | 'nor', parts };
}

/** `{ field: value }`, or `{ field: { $operator: … } }` when the first name inside starts with `$`. */
function parseField(path: string, operand: unknown): Condition[] {
  if (isDoc(operand) && Object.keys(operand)[0]?.startsWith('$') && !isReference(operand))
    return parseOperators(path, operand);
  if (operand instanceof BSONRegExp) return [test(path, regexTest(operand))];
  return [test(path, { kind: 'compare', operator: '$eq', operand })];
}

function parseOperators(path: string, operators: Doc): Condition[] {
  return Object.entries(operators).flatMap(([operator, operand]) => {
    if (operator === '$options' && '$regex' in operators) return [];
    return parseOperator(path, operator, operand, operators);
  });
}

function parseOperator(path: string, operator: string, operand: unknown, siblings: Doc): Condition[] {
  switch (operator) {
    case '$eq':
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return [comparison(path, operator, operand)];
    case '$ne':
      if (operand instanceof BSONRegExp) throw new CommandError(2, "Can't have regex as arg to $ne.");
      return [not([comparison(path, '$eq', operand)])];
    case '$in':
      return [test(path, inTest('$in', operand))];
    case '$nin':
      return [not([test(path, inTest('$nin', operand))])];
    case '$not':
      return [parseNot(path, operand)];
    case '$exists':
      return isTruthy(operand) ? [test(path, { kind: 'exists' })] : [not([test(path, { kind: 'exists' })])];
    case '$type':
      return [test(path, { kind: 'type', names: parseTypes(operand) })];
    case '$regex':
      return [test(path, regexTest(regexOperand(operand, siblings.$options)))];
    case '$size':
      return [test(path, { kind: 'size', size: parseSize(operand) })];
    case '$elemMatch':
      return [test(path, parseElemMatch(operand))];
    case '$all':
      return [parseAll(path, operand)];
    case '$comment':
      return [];
    default:
      if (ELSEWHERE.has(operator)) throw unsupported(`the query operator ${operator}`);
      throw new CommandError(2, `unknown operator: ${operator}`);
  }
}

function parseNot(path: string, operand: unknown): Condition {
  if (operand instanceof BSONRegExp) return not([test(path, regexTest(operand))]);
  if (!isDoc(operand)) throw new CommandError(2, '$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw new CommandError(2, '$not cannot be empty');
  for (const operator of Object.keys(operand))
    if (!operator.startsWith('$')) throw new CommandError(2, `unknown operator: ${operator}`);
  return not([all(parseOperators(path, operand))]);
}

function parseElemMatch(operand: unknown): Test {
  if (!isDoc(operand)) throw new CommandError(2, '$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const isValueTest = first?.startsWith('$') && !['$and', '$or', '$nor'].includes(first);
  if (!isValueTest) return { kind: 'elementDocument', condition: parseFilter(operand) };
  return { kind: 'elementValue', tests: parseOperators('', operand) };
}

function parseAll(path: string, operand: unknown): Condition {
  if (!Array.isArray(operand)) throw new CommandError(2, '$all needs an array');
  // `$all: []` matches nothing.
  if (operand.length === 0) return test(path, { kind: 'in', values: [], patterns: [] });
  return all(
    operand.map((value: unknown) => {
      const elemMatch = isDoc(value) ? value.$elemMatch : undefined;
      if (elemMatch !== undefined) return test(path, parseElemMatch(elemMatch));
      if (isDoc(value) && Object.keys(value)[0]?.startsWith('$') && !isReference(value))
        throw new CommandError(2, 'no $ expressions in $all');
      if (value instanceof BSONRegExp) return test(path, regexTest(value));
      return comparison(path, '$eq', value);
    }),
  );
}

function comparison(path: string, operator: Comparison, operand: unknown): Condition {
  if (operand instanceof BSONRegExp && operator !== '$eq')
    throw new CommandError(2, `Can't have RegEx as arg to predicate over field '${path}'.`);
  if (operand === undefined) throw new CommandError(2, 'cannot compare to undefined');
  return test(path, { kind: 'compare', operator, operand });
}

function inTest(operator: string, operand: unknown): Test {
  if (!Array.isArray(operand)) throw new CommandError(2, `${operator} needs an array`);
  for (const value of operand)
    if (isDoc(value) && Object.keys(value)[0]?.startsWith('$') && !isReference(value))
      throw new CommandError(2, `cannot nest $ under ${operator}`);
  const patterns = operand.filter((value): value is BSONRegExp => value instanceof BSONRegExp);
  return { kind: 'in', values: operand, patterns: patterns.map(compilePattern) };
}

function regexTest(source: BSONRegExp): Test {
  return { kind: 'regex', pattern: compilePattern(source), source };
}

function compilePattern({ pattern, options }: BSONRegExp): RegExp {
  return toRegExp(pattern, options);
}

function regexOperand(operand: unknown, options: unknown): BSONRegExp {
  if (options !== undefined && typeof options !== 'string')
    throw new CommandError(2, '$options has to be a string');
  refuseBadOptions(options ?? '');
  if (operand instanceof BSONRegExp)
    return options === undefined ? operand : new BSONRegExp(operand.pattern, options);
  if (typeof operand === 'string') return new BSONRegExp(operand, options ?? '');
  throw new CommandError(2, '$regex has to be a string');
}

function parseSize(operand: unknown): number {
  const size = toNumber(operand);
  if (size === undefined || !Number.isInteger(size))
    throw new CommandError(9, 'Failed to parse $size. Expected an integer');
  if (size < 0) throw new CommandError(9, 'Failed to parse $size. Expected a non-negative number');
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
  const name =
    code === undefined ? Object.values(TYPE_CODES).find((known) => known === wanted) : TYPE_CODES[code];
  if (name) return [name];
  const shown = wanted instanceof Int32 ? wanted.value : String(wanted);
  throw new CommandError(code === undefined ? 2 : 9, `Unknown type name alias or code: ${shown}`);
}

/** `{ $ref, $id }` is a value, not an operator. */
function isReference(operand: Doc): boolean {
  return '$ref' in operand || '$id' in operand;
}

function isTruthy(operand: unknown): boolean {
  const number = toNumber(operand);
  return number === undefined ? operand !== false && operand !== null && operand !== undefined : number !== 0;
}

function test(path: string, one: Test): Condition {
  return { kind: 'field', path, parts: splitPath(path), test: one };
}

function not(parts: readonly Condition[]): Condition {
  return { kind: 'nor', parts };
}

/** One condition as it is, several as `and`. Nested `and` are flattened: the planner reads one level. */
function all(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind: 'and', parts: flat };
}
