import type { Collection } from '../collection.js';
import { CommandError } from '../errors.js';
import { documentRange, indexRange } from '../keys.js';
import { encodeKey, equalValues } from '../order.js';
import type { Condition, FieldCondition } from '../query/filter.js';
import type { SortOrder } from '../query/sort.js';
import type { KeyRange } from '../store.js';
import { isDoc, toNumber } from '../values.js';
import { type FieldBounds, fieldBounds, implies } from './bounds.js';
import { type CollectionIndex, MAX_KEY_BYTES } from './collection-index.js';

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
  /** A document may have several entries within the ranges: one for each element of an array. */
  readonly repeats: boolean;
  /** What is still to be asked of each document that is found; the rest of the filter it fulfils. */
  readonly residual: readonly Condition[];
}

interface Candidate {
  readonly plan: Plan;
  readonly score: number;
}

/** More ranges than this are not worth it: the fields after are filtered instead. */
const MAX_RANGES = 5_000;
/** Sorts after a shortened key with its hash. */
const AFTER_HASH = Buffer.alloc(33, 0xff);

/**
 * Picks the index that narrows most: a unique one that is given whole, then the one with most fields pinned, where
 * a sparse or partial index counts as narrow by itself, then one that spares the sort. No statistics: the same query always takes the same way.
 *
 * @param hint an index's name or key, or `{ $natural: 1 }`; it decides alone
 * @throws {CommandError} BadValue for a hint that names no index
 */
export function choosePlan(
  collection: Collection,
  filter: Condition,
  sort?: SortOrder,
  hint?: unknown,
): Plan {
  const express = sort === undefined && hint === undefined ? expressPlan(collection, filter) : undefined;
  if (express) return express;
  const inHint = isDoc(hint) ? toNumber(hint.$natural) : undefined;
  const natural = sort?.fields[0] === '$natural' ? sort.directions[0] : inHint;
  if (natural !== undefined) return wholeCollection(collection, filter, sort, natural === -1);
  const hinted = hint === undefined ? undefined : findHinted(collection, hint);
  let best: Candidate | undefined;
  for (const index of hinted ? [hinted] : collection.indexes) {
    const candidate = consider(index, filter, sort, hinted !== undefined);
    // At most one document for each key: nothing narrows more.
    if (candidate?.plan.keys) return candidate.plan;
    if (candidate && candidate.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = candidate;
  }
  return best?.plan ?? wholeCollection(collection, filter, sort, false);
}

/** A filter that is nothing but one `_id`: the way is known before any index is weighed, as in MongoDB. */
function expressPlan({ indexes }: Collection, filter: Condition): Plan | undefined {
  const index = indexes[0];
  if (filter.kind !== 'field' || filter.path !== '_id' || filter.operator !== '$eq' || !index)
    return undefined;
  if (filter.operand === null || Array.isArray(filter.operand)) return undefined;
  const key = encodeKey([filter.operand], [1], index.prefix);
  if (isLong(key)) return undefined;
  const ranges = [{ start: key, end: Buffer.concat([key, AFTER_HASH]) }];
  return { index, ranges, keys: [key], reverse: false, sorted: true, repeats: false, residual: [] };
}

/** Every way to answer a filter by an index alone: each entry within the ranges is one document that fulfils it. */
export function exactPlans(
  collection: Collection,
  filter: Condition,
): { readonly index: CollectionIndex; readonly plan: Plan }[] {
  return collection.indexes.flatMap((index) => {
    if (index.definition.hasLongKeys) return [];
    const plan = consider(index, filter, undefined, false)?.plan;
    return plan?.residual.length === 0 && !plan.repeats ? [{ index, plan }] : [];
  });
}

function wholeCollection(
  collection: Collection,
  filter: Condition,
  sort: SortOrder | undefined,
  reverse: boolean,
): Plan {
  const sorted = sort === undefined || sort.fields[0] === '$natural';
  const ranges = [documentRange(collection.id)];
  return { index: undefined, ranges, reverse, sorted, repeats: false, residual: conditionsOf(filter) };
}

function conditionsOf(filter: Condition): readonly Condition[] {
  return filter.kind === 'and' ? filter.parts : [filter];
}

function consider(
  index: CollectionIndex,
  filter: Condition,
  sort: SortOrder | undefined,
  hinted: boolean,
): Candidate | undefined {
  const { building, sparse, unique } = index.definition;
  const conditions = conditionsOf(filter);
  if (building || (index.partial && !implies(conditions, index.partial))) return undefined;
  const bounds = boundsOf(index, conditions);
  const order = sort && sortDirection(index, bounds, sort);
  const narrows = bounds.length > 0 || (order !== undefined && !sparse);
  if (!hinted && !narrows) return undefined;
  const ranges = rangesOf(index, bounds);
  const isWhole = bounds.length === index.fields.length && bounds.every(({ pinned }) => pinned);
  const tellsExactly = !ranges.some(({ start, end }) => isLong(start) || isLong(end));
  const settled = new Set<Condition>(bounds.flatMap(({ exact, used }) => (exact ? used : [])));
  const plan: Plan = {
    index,
    ranges: order === -1 ? ranges.reverse() : ranges,
    keys: isWhole && unique && tellsExactly ? ranges.map(({ start }) => start) : undefined,
    reverse: order === -1,
    sorted: sort === undefined || order !== undefined,
    repeats: repeatsDocuments(index, bounds),
    residual: tellsExactly ? conditions.filter((condition) => !settled.has(condition)) : conditions,
  };
  return { plan, score: scoreOf(index, bounds, order) };
}

/** Bounds of the index's first fields, up to the first one the filter does not pin. */
function boundsOf(index: CollectionIndex, conditions: readonly Condition[]): FieldBounds[] {
  const { sparse, viaArray } = index.definition;
  const bounds: FieldBounds[] = [];
  let ranges = 1;
  for (const [i, field] of index.fields.entries()) {
    const own = conditions.filter((one): one is FieldCondition => one.kind === 'field' && one.path === field);
    const bound = fieldBounds(own, index.directions[i] ?? 1, viaArray[i] === true, !sparse);
    if (!bound) break;
    ranges *= bound.ranges.length;
    if (ranges > MAX_RANGES && i > 0) break;
    bounds.push(bound);
    if (!bound.pinned) break;
  }
  return bounds;
}

/** Each combination of the fields' values, and the last field's ranges behind it. */
function rangesOf(index: CollectionIndex, bounds: readonly FieldBounds[]): KeyRange[] {
  const last = bounds.at(-1);
  if (!last) return [indexRange(index.definition.id)];
  let prefixes: Buffer[] = [index.prefix];
  for (const { ranges } of bounds.slice(0, -1))
    prefixes = prefixes.flatMap((prefix) => ranges.map(({ start }) => Buffer.concat([prefix, start])));
  return prefixes
    .flatMap((prefix) => last.ranges.map((range) => rangeBehind(prefix, range)))
    .filter(({ start, end }) => Buffer.compare(start, end) < 0);
}

function rangeBehind(prefix: Buffer, { start, end }: KeyRange): KeyRange {
  const longEnd = Buffer.concat([prefix, end]);
  const shortEnd = isLong(longEnd)
    ? Buffer.concat([longEnd.subarray(0, MAX_KEY_BYTES), AFTER_HASH])
    : longEnd;
  return { start: Buffer.concat([prefix, start]).subarray(0, MAX_KEY_BYTES), end: shortEnd };
}

/** Index keys are shortened, so such a bound must be: it no longer tells exactly. */
function isLong(bound: Buffer): boolean {
  return bound.length >= MAX_KEY_BYTES;
}

/** Of an array pinned to one element each document has one entry; else it may have many. */
function repeatsDocuments({ definition: { viaArray } }: CollectionIndex, bounds: readonly FieldBounds[]) {
  return viaArray.some((via, i) => via && !isOneValue(bounds[i]));
}

function isOneValue(bound: FieldBounds | undefined): boolean {
  return bound?.pinned === true && bound.ranges.length === 1;
}

/** 1 or -1 when reading the index forwards or backwards gives the sort's order, else undefined. */
function sortDirection(
  index: CollectionIndex,
  bounds: readonly FieldBounds[],
  sort: SortOrder,
): 1 | -1 | undefined {
  const { viaArray, hasLongKeys } = index.definition;
  if (hasLongKeys || repeatsDocuments(index, bounds)) return undefined;
  // An array is sorted by its least element, whichever the filter asks for.
  if (sort.fields.some((field) => viaArray[index.fields.indexOf(field)])) return undefined;
  let direction: 1 | -1 | undefined;
  let at = 0;
  for (const [j, field] of sort.fields.entries()) {
    if (isOneValue(bounds[index.fields.indexOf(field)])) continue;
    while (index.fields[at] !== field && isOneValue(bounds[at])) at += 1;
    if (index.fields[at] !== field) return undefined;
    const same = index.directions[at] === sort.directions[j] ? 1 : -1;
    if (direction !== undefined && direction !== same) return undefined;
    direction = same;
    at += 1;
  }
  return direction ?? 1;
}

function scoreOf(index: CollectionIndex, bounds: readonly FieldBounds[], order: 1 | -1 | undefined): number {
  const narrowing = bounds.map(({ pinned, ranges }) => (!pinned ? 4 : ranges.length === 1 ? 10 : 6));
  const sum = narrowing.reduce<number>((total, one) => total + one, 0);
  const { sparse, partialFilterExpression } = index.definition;
  const keepsFew = sparse || partialFilterExpression ? 7 : 0;
  return sum + keepsFew + (order === undefined ? 0 : 5) - index.fields.length / 100;
}

function findHinted({ indexes }: Collection, hint: unknown): CollectionIndex {
  const found = indexes.find(({ definition: { key, name, building } }) =>
    building ? false : isDoc(hint) ? equalValues(key, hint) : name === hint,
  );
  if (found) return found;
  throw new CommandError(
    2,
    'planner returned error :: hint provided does not correspond to an existing index',
  );
}
