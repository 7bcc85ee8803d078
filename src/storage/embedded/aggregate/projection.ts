import { CommandError, unsupported } from '../errors.js';
import { type Doc, isDoc, toNumber } from '../values.js';
import { compileExpression } from './expressions.js';
import { type ComputedField, parseFieldPath, setFields } from './fields.js';

/** Shapes a document for the client or the next stage. */
export type Projection = (document: Doc) => Doc;

/** Fields that are named whole, or with fields inside. */
type Tree = Map<string, Tree | 'whole'>;

interface Leaf {
  readonly path: string;
  readonly parts: readonly string[];
  readonly mode: 'include' | 'exclude';
  readonly compute?: ComputedField['compute'];
}

/** Find's own operators, which this database has not; in an aggregation they are no expressions either. */
const FIND_OPERATORS = new Set(['$elemMatch', '$meta']);

/**
 * The projection of a find, or a `$project` stage: fields kept, left out or computed.
 *
 * @throws {CommandError} for mixtures, collisions and operators outside the supported ones
 */
export function compileProjection(specification: Doc): Projection | undefined {
  const leaves = Object.entries(specification).flatMap(([path, value]) => parseLeaf(path, value));
  if (leaves.length === 0) return undefined;
  const includes = decideMode(leaves);
  const id = leaves.find(({ path }) => path === '_id');
  const tree: Tree = new Map();
  // An exclusion may keep `_id` and an inclusion leave it out: that is what the tree says without it.
  for (const leaf of leaves) if (leaf !== id || includes === (id.mode === 'include')) addLeaf(tree, leaf);
  if (includes && !id && !tree.has('_id')) tree.set('_id', 'whole');
  const computed = leaves.flatMap(({ parts, compute }) => (compute ? [{ path: parts, compute }] : []));
  const isComputed = new Set(computed.map(({ path }) => path.join('.')));
  for (const { path } of computed) removeLeaf(tree, path);
  return (document) => {
    const shaped = setFields(includes ? keep(document, tree) : drop(document, tree), computed, document);
    // `_id` stays first even when it is computed.
    return isComputed.has('_id') ? { _id: shaped._id, ...shaped } : shaped;
  };
}

function parseLeaf(path: string, value: unknown): Leaf[] {
  if (path.endsWith('.$')) throw unsupported(`the positional projection '${path}'`);
  const parts = parseFieldPath(path);
  const number = typeof value === 'boolean' ? Number(value) : toNumber(value);
  if (number !== undefined) return [{ path, parts, mode: number === 0 ? 'exclude' : 'include' }];
  if (isDoc(value)) {
    const operator = Object.keys(value)[0];
    if (operator === undefined) throw new CommandError(51270, 'An empty sub-projection is not a valid value');
    if (FIND_OPERATORS.has(operator) || (operator === '$slice' && !isExpressionSlice(value.$slice)))
      throw unsupported(`the projection operator ${operator}`);
    if (!operator.startsWith('$'))
      return Object.entries(value).flatMap(([field, inner]) => parseLeaf(`${path}.${field}`, inner));
  }
  return [{ path, parts, mode: 'include', compute: compileExpression(value) }];
}

/** `$slice` as an expression has the array as its first argument. */
function isExpressionSlice(argument: unknown): boolean {
  return Array.isArray(argument) && toNumber(argument[0]) === undefined;
}

/** The first field besides `_id` decides whether named fields are kept or left out. */
function decideMode(leaves: readonly Leaf[]): boolean {
  const named = leaves.filter(({ path, compute }) => path !== '_id' || compute);
  const mode = (named[0] ?? leaves[0])?.mode;
  const other = named.find((leaf) => leaf.mode !== mode);
  if (other?.mode === 'exclude')
    throw new CommandError(31254, `Cannot do exclusion on field ${other.path} in inclusion projection`);
  if (other)
    throw new CommandError(31253, `Cannot do inclusion on field ${other.path} in exclusion projection`);
  return mode === 'include';
}

function addLeaf(tree: Tree, { path, parts }: Leaf): void {
  let at = tree;
  for (const part of parts.slice(0, -1)) {
    const inside = at.get(part) ?? new Map();
    if (inside === 'whole') throw new CommandError(31249, `Path collision at ${path}`);
    at.set(part, inside);
    at = inside;
  }
  const last = parts.at(-1) ?? '';
  if (at.has(last)) throw new CommandError(31250, `Path collision at ${path}`);
  at.set(last, 'whole');
}

/** A computed field is not the document's own; the documents around it stay. */
function removeLeaf(tree: Tree, [field = '', ...rest]: readonly string[]): void {
  const inside = tree.get(field);
  if (inside === 'whole') tree.delete(field);
  else if (inside) removeLeaf(inside, rest);
}

function keep(document: Doc, tree: Tree): Doc {
  return mapFields(document, (field, value) => {
    const inside = tree.get(field);
    if (inside instanceof Map) return inEach(value, (one) => keep(one, inside), false);
    return inside ? value : undefined;
  });
}

function drop(document: Doc, tree: Tree): Doc {
  return mapFields(document, (field, value) => {
    const inside = tree.get(field);
    if (inside instanceof Map) return inEach(value, (one) => drop(one, inside), true);
    return inside ? undefined : value;
  });
}

function mapFields(document: Doc, change: (field: string, value: unknown) => unknown): Doc {
  const fields = Object.entries(document).map(([field, value]) => [field, change(field, value)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** Shapes a document, or every document of an array; other values are kept or left out. */
function inEach(value: unknown, shape: Projection, keepsOthers: boolean): unknown {
  if (isDoc(value)) return shape(value);
  if (!Array.isArray(value)) return keepsOthers ? value : undefined;
  return value
    .map((element: unknown) => inEach(element, shape, keepsOthers))
    .filter((element) => element !== undefined);
}
