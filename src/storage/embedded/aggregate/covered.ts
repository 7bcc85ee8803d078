import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import type { Task } from '../handlers/task.js';
import type { CollectionIndex } from '../index/collection-index.js';
import { exactPlans, type Plan } from '../index/planner.js';
import { recordIdAtEnd } from '../keys.js';
import { encodeKey } from '../order.js';
import type { Condition } from '../query/filter.js';
import { type Doc, decodeStored, isDoc, toNumber } from '../values.js';
import { valueAt } from './fields.js';
import { type GroupPlan, Groups } from './group.js';

/** Runs counted between two turns of the others. */
const RUNS_AT_ONCE = 50;
/** Sorts after every continuation of a key. */
const AFTER = Buffer.from([0xff]);

/**
 * Counts straight from an index: when the query is answered by an index alone and the `$group` behind it only
 * counts by fields of that index, equal keys lie side by side. One document of each run is looked at, the
 * others are counted.
 *
 * @returns the groups, or undefined when the documents have to be read
 */
export async function coveredGroups(
  database: Database,
  collection: Collection,
  filter: Condition,
  plan: GroupPlan,
  task: Task,
): Promise<Doc[] | undefined> {
  const fields = fieldsCounted(plan);
  if (!fields) return undefined;
  if (fields.length === 0 && filter.kind === 'and' && filter.parts.length === 0) {
    const all = new Groups(plan);
    if (collection.count > 0) all.add({}, collection.count);
    return all.documents();
  }
  for (const { index, plan: found } of exactPlans(collection, filter)) {
    if (!fields.every((field) => index.fields.includes(field))) continue;
    // A run's key would be made of the whole array.
    if (fields.length > 0 && index.isMultikey) continue;
    const groups = new Groups(plan);
    if (await countRuns(database, collection, index, found, fields, groups, task)) return groups.documents();
  }
  return undefined;
}

/** Fields a counting group reads; undefined when it does more than count by fields. */
function fieldsCounted({ fields, idExpression }: GroupPlan): string[] | undefined {
  const counts = fields.every(
    ({ operator, argument }) => operator === '$count' || isCountOf(operator, argument),
  );
  const parts = isDoc(idExpression) ? Object.values(idExpression) : [idExpression];
  const paths = parts.filter((part) => part !== null && toNumber(part) === undefined);
  const areFields = paths.every((path): path is string => typeof path === 'string' && /^\$[^$]/.test(path));
  return counts && areFields ? paths.map((path) => path.slice(1)) : undefined;
}

function isCountOf(operator: string, argument: unknown): boolean {
  return operator === '$sum' && toNumber(argument) !== undefined;
}

/** @returns false when keys do not tell the groups apart as the documents would */
async function countRuns(
  { store }: Database,
  collection: Collection,
  index: CollectionIndex,
  { ranges }: Plan,
  fields: readonly string[],
  groups: Groups,
  task: Task,
): Promise<boolean> {
  const width = Math.max(0, ...fields.map((field) => index.fields.indexOf(field) + 1));
  const paths = index.fields.slice(0, width).map((field) => field.split('.'));
  let runs = 0;
  for (const range of ranges) {
    for (let start = range.start; ; ) {
      const [entry] = store.entries({ start, end: range.end });
      if (!entry) break;
      const bytes = collection.read(recordIdAtEnd(index.definition.unique ? entry.value : entry.key));
      const document = bytes && decodeStored(bytes);
      // A missing field has the key of null, but makes another group.
      if (!document || fields.some((field) => (valueAt(document, field.split('.')) ?? null) === null))
        return false;
      const key = encodeKey(
        paths.map((path) => valueAt(document, path) ?? null),
        index.directions,
        index.prefix,
      );
      const afterRun = Buffer.concat([key, AFTER]);
      const end = width === 0 || Buffer.compare(afterRun, range.end) > 0 ? range.end : afterRun;
      groups.add(document, store.count({ start, end }));
      start = end;
      runs += 1;
      if (runs % RUNS_AT_ONCE === 0) await task.pause();
    }
  }
  return true;
}
