import { BSONRegExp, BSONSymbol } from 'bson';
import { compareValues, equalValues, typeOrder } from '../compare.js';
import { type Doc, isDoc, toNumber, typeName } from '../values.js';
import type { Comparison, Condition, Test } from './parse.js';
import { visitPath, visitWhole } from './paths.js';

/** What a match found besides yes or no: the array element that the positional `$` of an update means. */
export interface MatchDetails {
  position?: number | undefined;
}

/** Decides whether a document fulfils a filter. */
export type Predicate = (document: Doc, details?: MatchDetails) => boolean;

/** Turns a filter into a predicate, once, for many documents. */
export function compileFilter(condition: Condition): Predicate {
  if (condition.kind === 'field') return compileField(condition.parts, condition.test);
  const parts = condition.parts.map(compileFilter);
  if (condition.kind === 'and') return (document, details) => parts.every((part) => part(document, details));
  if (condition.kind === 'or') return (document, details) => parts.some((part) => part(document, details));
  return (document) => !parts.some((part) => part(document));
}

function compileField(path: readonly string[], test: Test): Predicate {
  const accepts = compileTest(test);
  const visit = looksAtWhole(test) ? visitWhole : visitPath;
  return (document, details) =>
    visit(document, path, (value, position) => {
      const element = accepts(value);
      if (element === false) return false;
      const found = element === true ? position : (position ?? element);
      if (details && found !== undefined) details.position = found;
      return true;
    });
}

function looksAtWhole({ kind }: Test): boolean {
  return kind === 'exists' || kind === 'size' || kind === 'elementDocument' || kind === 'elementValue';
}

/** Whether a value passes; `$elemMatch` answers with the element that passed. */
type ValueTest = (value: unknown) => boolean | number;

function compileTest(test: Test): ValueTest {
  switch (test.kind) {
    case 'compare':
      return compileComparison(test.operator, test.operand);
    case 'in':
      return compileIn(test.values, test.patterns);
    case 'regex':
      return (value) =>
        matchesText(test.pattern, value) || (value instanceof BSONRegExp && equalValues(value, test.source));
    case 'type':
      return (value) => value !== undefined && test.names.has(typeName(value));
    case 'exists':
      return (value) => value !== undefined;
    case 'size':
      return (value) => Array.isArray(value) && value.length === test.size;
    case 'elementDocument':
      return firstElement(compileElement(test.condition));
    case 'elementValue':
      return firstElement(compileElementTests(test.tests));
  }
}

/** A condition on one element as a document; inner arrays count as documents with numbered fields. */
function compileElement(condition: Condition): (element: unknown) => boolean {
  const matches = compileFilter(condition);
  return (element) => {
    if (Array.isArray(element)) return matches(Object.fromEntries(element.entries()));
    return isDoc(element) && matches(element);
  };
}

/** Operators on the element itself, which is not opened when it is an array. */
function compileElementTests(tests: readonly Condition[]): (element: unknown) => boolean {
  const parts = tests.map(compileElementTest);
  return (element) => parts.every((part) => part(element));
}

function compileElementTest(condition: Condition): (element: unknown) => boolean {
  if (condition.kind === 'field') {
    const accepts = compileTest(condition.test);
    return (element) => accepts(element) !== false;
  }
  const parts = condition.parts.map(compileElementTest);
  if (condition.kind === 'and') return (element) => parts.every((part) => part(element));
  if (condition.kind === 'or') return (element) => parts.some((part) => part(element));
  return (element) => !parts.some((part) => part(element));
}

function firstElement(accepts: (element: unknown) => boolean): ValueTest {
  return (value) => {
    if (!Array.isArray(value)) return false;
    const at = value.findIndex(accepts);
    return at >= 0 && at;
  };
}

function compileComparison(operator: Comparison, operand: unknown): ValueTest {
  if (operand === null) return operator === '$gt' || operator === '$lt' ? () => false : isNullish;
  const number = toNumber(operand);
  if (number !== undefined && Number.isNaN(number)) {
    if (operator === '$gt' || operator === '$lt') return () => false;
    return (value) => Number.isNaN(toNumber(value) ?? 0);
  }
  const order = typeOrder(operand);
  const type = typeName(operand);
  // MinKey and MaxKey are compared with every type.
  if (type === 'minKey' || type === 'maxKey')
    return (value) => value !== undefined && holds(operator, compareValues(value, operand));
  return (value) => {
    if (value === undefined || typeOrder(value) !== order) return false;
    if (number !== undefined && operator !== '$eq' && Number.isNaN(toNumber(value))) return false;
    return holds(operator, compareValues(value, operand));
  };
}

function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case '$eq':
      return order === 0;
    case '$gt':
      return order > 0;
    case '$gte':
      return order >= 0;
    case '$lt':
      return order < 0;
    case '$lte':
      return order <= 0;
  }
}

/** Many strings or ObjectIds are looked up, not compared one by one. */
function compileIn(values: readonly unknown[], patterns: readonly RegExp[]): ValueTest {
  const known = new Set(values.map(simpleKey).filter((key) => key !== undefined));
  const others = values.filter((value) => simpleKey(value) === undefined);
  const hasNull = values.includes(null);
  return (value) => {
    if (hasNull && isNullish(value)) return true;
    const key = simpleKey(value);
    if (key !== undefined) return known.has(key) || patterns.some((pattern) => matchesText(pattern, value));
    return value !== undefined && others.some((other) => equalValues(value, other));
  };
}

/** A string that stands for a value of the types that equal nothing of another type. */
function simpleKey(value: unknown): string | undefined {
  const type = typeName(value);
  if (type === 'string') return `s${value}`;
  if (type === 'objectId') return `o${value}`;
  return undefined;
}

function matchesText(pattern: RegExp, value: unknown): boolean {
  if (typeof value === 'string') return pattern.test(value);
  return value instanceof BSONSymbol && pattern.test(value.value);
}

function isNullish(value: unknown): boolean {
  return value === undefined || value === null;
}
