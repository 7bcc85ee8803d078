import { BSONRegExp } from 'bson';
import { CommandError, unknownName } from '../errors.js';
import { type Doc, isDoc, toNumber } from '../values.js';
import { splitPath, visitPath } from './paths.js';
import { VALUE_TESTS, type ValueTest } from './value-tests.js';

/** A test of the values at a path: an operator with its operand, which the planner reads too. */
export interface FieldCondition {
  readonly kind: 'field';
  readonly path: string;
  readonly parts: readonly string[];
  readonly operator: string;
  readonly operand: unknown;
  readonly accepts: ValueTest;
}

/** A filter, checked and taken apart. */
export type Condition =
  | FieldCondition
  | { readonly kind: 'and' | 'or' | 'nor'; readonly parts: readonly Condition[] };

/** What a match found besides yes or no: the array element that the positional `$` of an update means. */
export interface MatchDetails {
  position?: number | undefined;
}

/** Decides whether a document fulfils a filter. */
export type Predicate = (document: Doc, details?: MatchDetails) => boolean;

/** Operators that look at an array as a whole, not at its elements. */
const OF_WHOLE = new Set(['$exists', '$size', '$elemMatch']);

/** @throws {CommandError} for everything outside the supported operators, naming it */
export function parseFilter(filter: Doc): Condition {
  return all(Object.entries(filter).flatMap(([field, operand]) => parseEntry(field, operand)));
}

/** Turns a filter into a predicate, once, for many documents. */
export function compileFilter(condition: Condition): Predicate {
  return combine<Doc>(condition, ({ parts, operator, accepts }) => {
    const opensLast = !OF_WHOLE.has(operator);
    return (document, details) =>
      visitPath(document, parts, opensLast, (value, position) => {
        const element = accepts(value);
        if (element === false) return false;
        const found = element === true ? position : (position ?? element);
        if (details && found !== undefined) details.position = found;
        return true;
      });
  });
}

/**
 * The test behind `$elemMatch` and `$pull`: operators are asked of the element itself, which is not opened when
 * it is an array; a filter is asked of elements that are documents, or arrays as documents with numbered fields.
 */
export function compileElementTest(operand: Doc): (element: unknown) => boolean {
  const first = Object.keys(operand)[0];
  if (first?.startsWith('$') && !isLogical(first))
    return combine<unknown>(
      all(parseOperators('', operand)),
      ({ accepts }) =>
        (element) =>
          accepts(element) !== false,
    );
  const matches = compileFilter(parseFilter(operand));
  return (element) => {
    if (Array.isArray(element)) return matches(Object.fromEntries(element.entries()));
    return isDoc(element) && matches(element);
  };
}

/** Paths of all fields that a filter asks about. */
export function pathsOf(condition: Condition): string[] {
  return condition.kind === 'field' ? [condition.path] : condition.parts.flatMap(pathsOf);
}

type Decide<T> = (subject: T, details?: MatchDetails) => boolean;

function combine<T>(condition: Condition, decide: (field: FieldCondition) => Decide<T>): Decide<T> {
  if (condition.kind === 'field') return decide(condition);
  const parts = condition.parts.map((part) => combine(part, decide));
  if (condition.kind === 'and') return (subject, details) => parts.every((part) => part(subject, details));
  if (condition.kind === 'or') return (subject, details) => parts.some((part) => part(subject, details));
  return (subject) => !parts.some((part) => part(subject));
}

function parseEntry(field: string, operand: unknown): Condition[] {
  if (field === '$comment') return [];
  if (isLogical(field)) return [parseLogical(field, operand)];
  if (field.startsWith('$')) throw unknownName('top level operator', field, 2);
  if (isOperators(operand)) return parseOperators(field, operand);
  return [equality(field, operand)];
}

/** A pattern finds texts; any other value finds what equals it. */
function equality(path: string, value: unknown): Condition {
  return test(path, value instanceof BSONRegExp ? '$regex' : '$eq', value);
}

type Logical = '$and' | '$or' | '$nor';

function isLogical(name: string): name is Logical {
  return name === '$and' || name === '$or' || name === '$nor';
}

function parseLogical(operator: Logical, operand: unknown): Condition {
  if (!Array.isArray(operand) || operand.length === 0)
    throw new CommandError(2, `${operator} must be a nonempty array`);
  const parts = operand.map((part: unknown) => {
    if (!isDoc(part)) throw new CommandError(2, `${operator} entries need to be full objects`);
    return parseFilter(part);
  });
  if (operator === '$and') return all(parts);
  return { kind: operator === '$or' ? 'or' : 'nor', parts };
}

function parseOperators(path: string, operators: Doc): Condition[] {
  return Object.entries(operators).flatMap(([operator, operand]) => {
    if (operator === '$comment' || (operator === '$options' && '$regex' in operators)) return [];
    return parseOperator(path, operator, operand, operators);
  });
}

function parseOperator(path: string, operator: string, operand: unknown, siblings: Doc): Condition {
  switch (operator) {
    case '$ne':
      if (operand instanceof BSONRegExp) throw new CommandError(2, "Can't have regex as arg to $ne.");
      return not([test(path, '$eq', operand)]);
    case '$nin':
      return not([test(path, '$in', operand)]);
    case '$exists':
      return isTruthy(operand) ? test(path, '$exists', true) : not([test(path, '$exists', true)]);
    case '$not':
      return not([parseNot(path, operand)]);
    case '$all':
      return parseAll(path, operand);
    default:
      return test(path, operator, operand, siblings);
  }
}

function parseNot(path: string, operand: unknown): Condition {
  if (operand instanceof BSONRegExp) return equality(path, operand);
  if (!isOperators(operand)) throw new CommandError(2, '$not needs a regex or a document of operators');
  return all(parseOperators(path, operand));
}

/** Every value is wanted, as an equality of its own; `$all: []` finds nothing. */
function parseAll(path: string, operand: unknown): Condition {
  if (!Array.isArray(operand)) throw new CommandError(2, '$all needs an array');
  if (operand.length === 0) return test(path, '$in', []);
  return all(
    operand.map((value: unknown) => {
      if (isDoc(value) && '$elemMatch' in value) return test(path, '$elemMatch', value.$elemMatch);
      if (isOperators(value)) throw new CommandError(2, 'no $ expressions in $all');
      return equality(path, value);
    }),
  );
}

function test(path: string, operator: string, operand: unknown, siblings: Doc = {}): FieldCondition {
  const make = Object.hasOwn(VALUE_TESTS, operator) ? VALUE_TESTS[operator] : undefined;
  if (!make && operator !== '$elemMatch') throw unknownName('query operator', operator, 2);
  const accepts = make ? make(operand, siblings) : elemMatch(operand);
  return { kind: 'field', path, parts: splitPath(path), operator, operand, accepts };
}

/** Answers with the place of the first element that fulfils everything. */
function elemMatch(operand: unknown): ValueTest {
  if (!isDoc(operand)) throw new CommandError(2, '$elemMatch needs an Object');
  const matches = compileElementTest(operand);
  return (value) => {
    const at = Array.isArray(value) ? value.findIndex(matches) : -1;
    return at >= 0 && at;
  };
}

/** `{ $operator: … }`; but `{ $ref, $id }` is a value. */
function isOperators(operand: unknown): operand is Doc {
  if (!isDoc(operand) || '$ref' in operand || '$id' in operand) return false;
  return Object.keys(operand)[0]?.startsWith('$') === true;
}

function isTruthy(operand: unknown): boolean {
  return toNumber(operand) !== 0 && operand !== false && operand !== null;
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
