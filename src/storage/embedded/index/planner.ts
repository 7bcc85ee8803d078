import type { Collection } from '../collection.js';
import { equalValues } from '../compare.js';
import { CommandError } from '../errors.js';
import { documentRange, indexRange } from '../keys.js';
import type { Condition } from '../query/parse.js';
import type { SortOrder } from '../query/sort.js';
import type { KeyRange } from '../store.js';
import { type Doc, isDoc, toNumber } from '../values.js';
import { type FieldBounds, fieldBounds, indexKeyRange, isLongBound } from './bounds.js';
import type { CollectionIndex } from './collection-index.js';
import { encodeKey } from './key-encoding.js';
import { implies } from './partial.js';

/** How the documents of a query are found. */
export interface Plan {
  /** undefined: the whole collection in its natural order */
  readonly index: CollectionIndex | undefined;
  /** In reading order; together they hold everything the query can find. */
  readonly ranges: readonly KeyRange[];
  /** Whole keys of a unique index: each leads to one document at most. */
  readonly keys?: readonly Buffer[] | undefined;
  readonly reverse: boolean;
  /** The wanted sort comes out of the order of reading. */
  readonly sorted: boolean;
  /** Whatever is found fulfils the filter. */
  readonly exact: boolean;
}

type FieldCondition = Condition & { kind: 'field' };

interface Candidate {
  readonly plan: Plan;
  readonly score: number;
}

/** More ranges than this are not worth it: the fields after are filtered instead. */
const MAX_RANGES = 5_000;

/**
 * Picks the index that narrows most: a unique one that is given whole, then the one with most fields pinned,
 * then one that spares the sort. No statistics: the same query always takes the same way.
 *
 * @param hint an index's name or key, or `{ $natural: 1 }`; it decides alone
 * @throws {CommandError} BadValue for a hint that names no index
 */
export function choosePlan(
  collection: Collection,
  filter: Condition,
  sort: SortOrder | undefined,
  hint?: unknown,
): Plan {
  const natural = sort?.fields[0] === '$natural' ? sort.directions[0] : naturalHint(hint);
  if (natural !== undefined) return wholeCollection(collection, filter, sort, natural === -1);
  const byId = hint === undefined ? planById(collection, filter) : undefined;
  if (byId) return byId;
  const hinted = hint === undefined ? undefined : findHinted(collection, hint);
  const indexes = hinted ? [hinted] : collection.indexes.filter(({ definition }) => !definition.building);
  let best: Candidate | undefined;
  for (const index of indexes) {
    const candidate = consider(index, filter, sort, hinted !== undefined);
    // At most one document for each key: nothing narrows more.
    if (candidate?.plan.keys) return candidate.plan;
    if (candidate && candidate.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = candidate;
  }
  return best?.plan ?? wholeCollection(collection, filter, sort, false);
}

/** The most frequent query of all takes a short cut: one document, by its `_id`. */
function planById({ indexes }: Collection, filter: Condition): Plan | undefined {
  const conditions = filter.kind === 'and' ? filter.parts : [filter];
  const byId = conditions.find((one) => one.kind === 'field' && one.path === '_id');
  const test = byId?.kind === 'field' ? byId.test : undefined;
  const [index] = indexes;
  if (!index || test?.kind !== 'compare' || test.operator !== '$eq' || Array.isArray(test.operand))
    return undefined;
  const key = encodeKey([test.operand], [1], index.prefix);
  if (isLongBound(key)) return undefined;
  return { index, ranges: [], keys: [key], reverse: false, sorted: true, exact: conditions.length === 1 };
}

/** Every way to answer a filter by an index alone: each entry within the ranges is one document that fulfils it. */
export function exactPlans(
  collection: Collection,
  filter: Condition,
): { index: CollectionIndex; plan: Plan }[] {
  return collection.indexes.flatMap((index) => {
    const { building, hasLongKeys } = index.definition;
    if (building || hasLongKeys || index.isMultikey) return [];
    const plan = consider(index, filter, undefined, false)?.plan;
    return plan?.exact ? [{ index, plan }] : [];
  });
}

function wholeCollection(
  collection: Collection,
  filter: Condition,
  sort: SortOrder | undefined,
  reverse: boolean,
): Plan {
  const exact = filter.kind === 'and' && filter.parts.length === 0;
  const sorted = sort === undefined || sort.fields[0] === '$natural';
  return { index: undefined, ranges: [documentRange(collection.id)], reverse, sorted, exact };
}

function consider(
  index: CollectionIndex,
  filter: Condition,
  sort: SortOrder | undefined,
  hinted: boolean,
): Candidate | undefined {
  const conditions = filter.kind === 'and' ? filter.parts : [filter];
  if (index.partial && !implies(conditions, index.partial)) return undefined;
  const bounds = boundsOf(index, conditions);
  const order = sort && sortDirection(index, bounds, sort);
  const keepsAll = !index.definition.sparse || bounds.length > 0;
  if (!hinted && (!keepsAll || (bounds.length === 0 && order === undefined))) return undefined;
  const reverse = order === -1;
  const ascending = rangesOf(index, bounds);
  const ranges = reverse ? ascending.toReversed() : ascending;
  const used = new Set(bounds.flatMap((bound) => bound.used));
  const isWhole = bounds.length === index.fields.length && bounds.every(({ points }) => points);
  const isLong = ranges.some(({ start, end }) => isLongBound(start) || isLongBound(end));
  const isExact = bounds.every(({ exact }) => exact) && conditions.every((condition) => used.has(condition));
  const plan: Plan = {
    index,
    ranges,
    keys: isWhole && index.definition.unique && !isLong ? ranges.map(({ start }) => start) : undefined,
    reverse,
    sorted: sort === undefined || order !== undefined,
    exact: isExact && !isLong,
  };
  return { plan, score: scoreOf(plan, bounds, order) };
}

/** Bounds of the index's first fields, up to the first one the filter does not pin to points. */
function boundsOf(index: CollectionIndex, conditions: readonly Condition[]): FieldBounds[] {
  const bounds: FieldBounds[] = [];
  let ranges = 1;
  for (const [i, field] of index.fields.entries()) {
    const own = conditions.filter((one): one is FieldCondition => one.kind === 'field' && one.path === field);
    const viaArray = index.definition.viaArray[i] === true;
    const bound = fieldBounds(own, index.directions[i] ?? 1, viaArray, !index.definition.sparse);
    if (!bound) break;
    ranges *= bound.points?.length ?? 1;
    if (ranges > MAX_RANGES && i > 0) break;
    bounds.push(bound);
    if (!bound.points) break;
  }
  return bounds;
}

function rangesOf(index: CollectionIndex, bounds: readonly FieldBounds[]): KeyRange[] {
  if (bounds.length === 0) return [indexRange(index.definition.id)];
  let prefixes: Buffer[] = [index.prefix];
  for (const { points } of bounds)
    if (points)
      prefixes = prefixes.flatMap((prefix) => points.map((point) => Buffer.concat([prefix, point])));
  const range = bounds.at(-1)?.range;
  return prefixes
    .map((prefix) => indexKeyRange(prefix, range))
    .filter(({ start, end }) => Buffer.compare(start, end) < 0);
}

/** 1 or -1 when reading the index forwards or backwards gives the sort's order, else undefined. */
function sortDirection(
  index: CollectionIndex,
  bounds: readonly FieldBounds[],
  sort: SortOrder,
): 1 | -1 | undefined {
  if (index.isMultikey || index.definition.hasLongKeys) return undefined;
  const isPinned = (i: number) => bounds[i]?.points?.length === 1;
  let direction: 1 | -1 | undefined;
  let at = 0;
  for (const [j, field] of sort.fields.entries()) {
    if (isPinned(index.fields.indexOf(field))) continue;
    while (index.fields[at] !== field && isPinned(at)) at += 1;
    if (index.fields[at] !== field) return undefined;
    const same = index.directions[at] === sort.directions[j] ? 1 : -1;
    if (direction !== undefined && direction !== same) return undefined;
    direction = same;
    at += 1;
  }
  return direction ?? 1;
}

function scoreOf(plan: Plan, bounds: readonly FieldBounds[], order: 1 | -1 | undefined): number {
  const pinned = bounds.reduce((sum, { points }) => sum + (points ? (points.length === 1 ? 10 : 6) : 4), 0);
  const width = plan.index?.fields.length ?? 0;
  return pinned + (order === undefined ? 0 : 5) - width / 100;
}

function naturalHint(hint: unknown): number | undefined {
  return isDoc(hint) ? toNumber(hint.$natural) : undefined;
}

function findHinted(collection: Collection, hint: unknown): CollectionIndex {
  const found = collection.indexes.find(({ definition }) =>
    isDoc(hint) ? sameKey(definition.key, hint) : definition.name === hint,
  );
  if (found && !found.definition.building) return found;
  throw new CommandError(
    2,
    'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
  );
}

/** Whether two index keys are the same: the same fields, in the same order and directions. */
export function sameKey(a: Doc, b: Doc): boolean {
  return equalValues(a, b);
}
