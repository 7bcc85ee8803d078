import { CommandError, unsupported } from '../errors.js';
import { type Doc, isDoc, toNumber, typeName } from '../values.js';
import { compileFilter } from './matcher.js';
import { parseFilter } from './parse.js';
import { splitPath } from './paths.js';

/** Shapes a document for the client. `position` is the array element the query matched, for `'a.$'`. */
export type Projection = (document: Doc, position?: number) => Doc;

/** Computes a field: expressions live in aggregate/. */
export type CompileExpression = (expression: unknown) => (document: Doc) => unknown;

/** What happens to a field: kept or left out whole, shaped inside, or made anew. */
type Rule =
  | { readonly kind: 'whole' }
  | { readonly kind: 'inside'; readonly rules: Map<string, Rule> }
  | { readonly kind: 'shaped'; readonly shape: (value: unknown, position: number | undefined) => unknown }
  | { readonly kind: 'computed'; readonly compute: (document: Doc) => unknown };

interface Leaf {
  readonly path: string;
  readonly mode: 'include' | 'exclude' | 'either';
  readonly rule: Rule;
}

/** @throws {CommandError} for mixtures, collisions and operators outside the supported ones */
export function compileProjection(
  specification: Doc,
  compileExpression: CompileExpression,
): Projection | undefined {
  const leaves = Object.entries(specification).flatMap(([path, value]) =>
    readLeaf(path, value, compileExpression),
  );
  if (leaves.length === 0) return undefined;
  const includes = decideMode(leaves);
  const rules = new Map<string, Rule>();
  for (const { path, rule, mode } of leaves) {
    if (path === '_id' && mode === (includes ? 'exclude' : 'include')) continue;
    addRule(rules, splitPath(path), rule, path);
  }
  const excludesId = leaves.some(({ path, mode }) => path === '_id' && mode === 'exclude');
  if (includes && !excludesId && !rules.has('_id')) rules.set('_id', { kind: 'whole' });
  return (document, position) => {
    const shaped = includes ? keepFields(document, rules, position) : dropFields(document, rules, position);
    return addComputed(shaped, rules, document);
  };
}

function readLeaf(path: string, value: unknown, compileExpression: CompileExpression): Leaf[] {
  if (path === '') throw new CommandError(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.$'))
    return [{ path: path.slice(0, -2), mode: 'include', rule: { kind: 'shaped', shape: atPosition } }];
  if (path.startsWith('$') || path.includes('.$'))
    throw new CommandError(16410, `FieldPath field names may not start with '$': ${path}`);
  if (typeof value === 'boolean' || toNumber(value) !== undefined)
    return [
      {
        path,
        mode: value === true || (toNumber(value) ?? 0) !== 0 ? 'include' : 'exclude',
        rule: { kind: 'whole' },
      },
    ];
  if (isDoc(value)) {
    const operator = Object.keys(value)[0];
    if (operator === undefined) throw new CommandError(51270, 'An empty sub-projection is not a valid value');
    if (operator === '$slice' && !isExpressionSlice(value.$slice))
      return [{ path, mode: 'either', rule: { kind: 'shaped', shape: sliceShape(value.$slice) } }];
    if (operator === '$elemMatch')
      return [{ path, mode: 'include', rule: { kind: 'shaped', shape: elemMatchShape(value.$elemMatch) } }];
    if (operator === '$meta') throw unsupported('the projection operator $meta');
    if (!operator.startsWith('$'))
      return Object.entries(value).flatMap(([field, inner]) =>
        readLeaf(`${path}.${field}`, inner, compileExpression),
      );
  }
  return [{ path, mode: 'include', rule: { kind: 'computed', compute: compileExpression(value) } }];
}

/** `$slice` of an expression has the array as its first argument. */
function isExpressionSlice(argument: unknown): boolean {
  return Array.isArray(argument) && toNumber(argument[0]) === undefined;
}

/** The first field besides `_id` decides whether named fields are kept or left out. */
function decideMode(leaves: readonly Leaf[]): boolean {
  const deciding = leaves.find(
    ({ path, mode, rule }) => mode !== 'either' && (path !== '_id' || rule.kind === 'computed'),
  );
  const onlyId = leaves.find(({ path, mode }) => path === '_id' && mode !== 'either');
  const includes = (deciding ?? onlyId)?.mode === 'include';
  for (const { path, mode } of leaves) {
    if (path === '_id' || mode === 'either') continue;
    if (includes && mode === 'exclude')
      throw new CommandError(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
    if (!includes && mode === 'include')
      throw new CommandError(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
  }
  return includes;
}

function addRule(rules: Map<string, Rule>, parts: readonly string[], rule: Rule, path: string): void {
  const [first = '', ...rest] = parts;
  const known = rules.get(first);
  if (rest.length === 0) {
    if (known) throw new CommandError(31250, `Path collision at ${path}`);
    rules.set(first, rule);
    return;
  }
  const inside: Rule = known ?? { kind: 'inside', rules: new Map() };
  if (inside.kind !== 'inside') throw new CommandError(31249, `Path collision at ${path}`);
  rules.set(first, inside);
  addRule(inside.rules, rest, rule, path);
}

function keepFields(document: Doc, rules: Map<string, Rule>, position: number | undefined): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(document)) {
    const rule = rules.get(field);
    if (!rule || rule.kind === 'computed') continue;
    const shaped =
      rule.kind === 'inside'
        ? inEach(value, (one) => keepFields(one, rule.rules, position), undefined)
        : applyRule(rule, value, position);
    if (shaped !== undefined) kept[field] = shaped;
  }
  return kept;
}

function dropFields(document: Doc, rules: Map<string, Rule>, position: number | undefined): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(document)) {
    const rule = rules.get(field);
    if (rule?.kind === 'whole') continue;
    if (!rule) kept[field] = value;
    else if (rule.kind === 'inside')
      kept[field] = inEach(value, (one) => dropFields(one, rule.rules, position), value);
    else kept[field] = applyRule(rule, value, position);
  }
  return kept;
}

function applyRule(rule: Rule, value: unknown, position: number | undefined): unknown {
  return rule.kind === 'shaped' ? rule.shape(value, position) : value;
}

/** Shapes a document, or every document of an array. Anything else becomes `scalar`, in an array its own. */
function inEach(value: unknown, shape: (document: Doc) => Doc, scalar: unknown): unknown {
  if (isDoc(value)) return shape(value);
  if (!Array.isArray(value)) return scalar;
  const elements = value.map((element: unknown) =>
    inEach(element, shape, scalar === undefined ? undefined : element),
  );
  return elements.filter((element) => element !== undefined);
}

/** Computed fields come after the document's own, in the order of the projection. */
function addComputed(shaped: Doc, rules: Map<string, Rule>, document: Doc): Doc {
  let result = shaped;
  for (const [field, rule] of rules) {
    if (rule.kind === 'computed') {
      const value = rule.compute(document);
      if (value === undefined) continue;
      // `_id` stays first even when it is computed.
      result = field === '_id' ? { _id: value, ...result } : { ...result, [field]: value };
    } else if (rule.kind === 'inside' && hasComputed(rule.rules)) {
      const inside = inEach(result[field] ?? {}, (one) => addComputed(one, rule.rules, document), undefined);
      result = { ...result, [field]: inside };
    }
  }
  return result;
}

function hasComputed(rules: Map<string, Rule>): boolean {
  return [...rules.values()].some(
    (rule) => rule.kind === 'computed' || (rule.kind === 'inside' && hasComputed(rule.rules)),
  );
}

function atPosition(value: unknown, position: number | undefined): unknown {
  if (!Array.isArray(value)) return value;
  if (position === undefined)
    throw new CommandError(
      51246,
      'Executor error during find command: positional operator found no matching array element',
    );
  return value.slice(position, position + 1);
}

function elemMatchShape(condition: unknown): (value: unknown) => unknown {
  if (!isDoc(condition))
    throw new CommandError(
      31274,
      `elemMatch: Invalid argument, object required, but got ${typeName(condition)}`,
    );
  const matches = compileFilter(parseFilter({ elements: { $elemMatch: condition } }));
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.findIndex((element: unknown) => matches({ elements: [element] }));
    return found < 0 ? undefined : [value[found]];
  };
}

function sliceShape(argument: unknown): (value: unknown) => unknown {
  const numbers = (Array.isArray(argument) ? argument : [argument]).map(toNumber);
  const [first, second] = numbers;
  if (
    first === undefined ||
    numbers.length > 2 ||
    (numbers.length === 2 && (second === undefined || second <= 0))
  )
    throw new CommandError(28724, 'Invalid $slice syntax: a number, or [skip, limit > 0]');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (second === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const from = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(from, from + second);
  };
}
