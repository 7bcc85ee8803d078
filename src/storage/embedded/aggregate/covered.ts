import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import type { Task } from '../handlers/task.js';
import type { CollectionIndex } from '../index/collection-index.js';
import { readKey } from '../index/key-decoding.js';
import { exactPlans, type Plan } from '../index/planner.js';
import type { Query } from '../query/selection.js';
import type { KeyRange } from '../store.js';
import { type Doc, toNumber } from '../values.js';
import { fieldsRead } from './expressions.js';
import { type GroupPlan, Groups, parseGroup } from './group.js';
import { stageEntry } from './stages.js';

/** Runs counted between two turns of the others. */
const RUNS_AT_ONCE = 50;
/** When runs are this short on average, reading the documents is no slower. */
const MIN_RUN = 8;
/** Sorts after every continuation of a key. */
const AFTER = Buffer.from([0xff]);

/**
 * Counts straight from an index: when the query is answered by an index alone and the `$group` behind it only
 * counts by fields of that index, equal keys lie side by side and are counted without being looked at.
 *
 * @returns the groups, or undefined when the documents have to be read
 */
export async function coveredGroups(
  database: Database,
  collection: Collection,
  query: Query,
  stage: Doc | undefined,
  task: Task,
): Promise<Doc[] | undefined> {
  if (!stage || query.sort || query.hint !== undefined) return undefined;
  const [name, argument] = stageEntry(stage);
  const group = name === '$group' ? parseGroup(argument) : name === '$count' ? countAll(argument) : undefined;
  const fields = group && fieldsCounted(group);
  if (!group || !fields) return undefined;
  if (fields.length === 0 && query.filter.kind === 'and' && query.filter.parts.length === 0) {
    const all = new Groups(group);
    if (collection.count > 0) all.add({}, collection.count);
    return shape(name, argument, all.end());
  }
  for (const { index, plan } of exactPlans(collection, query.filter)) {
    if (!fields.every((field) => index.fields.includes(field))) continue;
    const groups = new Groups(group);
    if (await countRuns(database, index, plan, fields, groups, task))
      return shape(name, argument, groups.end());
  }
  return undefined;
}

function countAll(field: unknown): GroupPlan | undefined {
  return typeof field === 'string' && /^[^$.]+$/.test(field)
    ? parseGroup({ _id: null, [field]: { $sum: 1 } })
    : undefined;
}

/** `$count` has no `_id`. */
function shape(name: string, argument: unknown, groups: Doc[]): Doc[] {
  return name === '$count'
    ? groups.map((group) => ({ [String(argument)]: group[String(argument)] }))
    : groups;
}

/** Fields a counting group reads; undefined when it does more than count. */
function fieldsCounted(group: GroupPlan): string[] | undefined {
  const onlyCounts = group.fields.every(
    ({ operator, expression }) =>
      (operator === '$sum' || operator === '$count') && toNumber(expression) !== undefined,
  );
  const read = onlyCounts ? fieldsRead(group.idExpression) : undefined;
  return read && [...new Set(read)];
}

/** @returns false when the keys cannot tell the values, or tell them no faster than the documents */
async function countRuns(
  { store }: Database,
  index: CollectionIndex,
  plan: Plan,
  fields: readonly string[],
  groups: Groups,
  task: Task,
): Promise<boolean> {
  let runs = 0;
  let counted = 0;
  for (const { start: first, end } of plan.ranges) {
    for (let start = first; ; ) {
      const [entry] = store.entries({ start, end });
      if (!entry) break;
      const run = runFrom(entry.key, index, fields, end);
      if (!run) return false;
      const times = store.count(run.range);
      groups.add(run.document, times);
      runs += 1;
      counted += times;
      start = run.range.end;
      if (runs % RUNS_AT_ONCE !== 0) continue;
      if (counted < runs * MIN_RUN) return false;
      await task.pause();
    }
  }
  return true;
}

/** Entries that look the same to the group, from this key on, and a document that looks like theirs. */
function runFrom(
  key: Buffer,
  index: CollectionIndex,
  fields: readonly string[],
  limit: Buffer,
): { range: KeyRange; document: Doc } | undefined {
  const width = Math.max(0, ...fields.map((field) => index.fields.indexOf(field) + 1));
  const needed = index.fields.map((field) => fields.includes(field));
  const prefixBytes = index.prefix.length;
  const read = readKey(key.subarray(prefixBytes), index.directions.slice(0, width), needed);
  if (!read) return undefined;
  const after = Buffer.concat([key.subarray(0, prefixBytes + read.length), AFTER]);
  const end = width === 0 || Buffer.compare(after, limit) > 0 ? limit : after;
  return { range: { start: key, end }, document: asDocument(index.fields, read.values) };
}

/** A document that looks to the group's expressions like the ones counted. */
function asDocument(fields: readonly string[], values: readonly unknown[]): Doc {
  const document: Doc = {};
  for (const [i, value] of values.entries()) {
    const parts = (fields[i] ?? '').split('.');
    let at = document;
    for (const part of parts.slice(0, -1)) {
      at[part] ??= {};
      at = at[part] as Doc;
    }
    at[parts.at(-1) ?? ''] = value;
  }
  return document;
}
