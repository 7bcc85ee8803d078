import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import { choosePlan } from '../index/planner.js';
import { valueKey } from '../order.js';
import { parseFilter } from '../query/filter.js';
import { splitPath, visitPath } from '../query/paths.js';
import { documentOf, type Query, Selection } from '../query/selection.js';
import { refuseOversize, wholeNumber } from '../values.js';
import { collectionOf, type Handlers } from './command.js';
import { READ_AT_ONCE } from './find.js';
import type { Task } from './task.js';

export const countHandlers: Handlers = {
  async count(call) {
    const { arguments: args, database, task } = call;
    args.allow('query limit skip hint fields');
    const collection = collectionOf(call);
    const query = { filter: parseFilter(args.doc('query')), hint: args.hint() };
    const all = collection ? await countMatches(database, collection, query, task) : 0;
    const skipped = Math.max(0, all - (args.whole('skip') ?? 0));
    return { n: wholeNumber(Math.min(skipped, args.whole('limit') || Number.POSITIVE_INFINITY)) };
  },

  async distinct(call) {
    const { arguments: args, database, task } = call;
    args.allow('key query hint');
    const collection = collectionOf(call);
    const path = splitPath(args.text('key'));
    const query = { filter: parseFilter(args.doc('query')), hint: args.hint() };
    if (!collection) return { values: [] };
    const selection = new Selection(database, collection, query);
    const values = new Map<string, unknown>();
    let bytes = 0;
    while (!selection.done) {
      for (const row of selection.read(READ_AT_ONCE))
        visitPath(documentOf(row), path, true, (value) => {
          if (value === undefined || Array.isArray(value)) return false;
          const key = valueKey(value).toString('latin1');
          if (!values.has(key)) bytes += key.length;
          values.set(key, values.get(key) ?? value);
          return false;
        });
      refuseOversize(bytes);
      await task.pause();
    }
    return { values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value) };
  },
};

/** How many documents a query finds; without looking at any of them when an index alone can tell. */
async function countMatches(
  database: Database,
  collection: Collection,
  query: Query,
  task: Task,
): Promise<number> {
  const known = countByPlan(database, collection, query);
  if (known !== undefined) return known;
  const selection = new Selection(database, collection, query);
  let count = 0;
  while (!selection.done) {
    count += selection.read(READ_AT_ONCE).length;
    await task.pause();
  }
  return count;
}

function countByPlan(
  { store }: Database,
  collection: Collection,
  { filter, hint }: Query,
): number | undefined {
  const { index, exact, keys, ranges } = choosePlan(collection, filter, undefined, hint);
  if (!exact || index?.isMultikey) return undefined;
  if (!index) return collection.count;
  if (keys) return keys.filter((key) => store.get(key)).length;
  return ranges.reduce((sum, range) => sum + store.count(range), 0);
}
