import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import { encodeKey } from '../index/key-encoding.js';
import { choosePlan, type Plan } from '../index/planner.js';
import { type Condition, parseFilter } from '../query/parse.js';
import { splitPath, visitPath } from '../query/paths.js';
import { type Query, select } from '../query/selection.js';
import { decodeStored, refuseOversize, wholeNumber } from '../values.js';
import type { Handlers } from './command.js';
import { hintOf } from './find.js';
import type { Task } from './task.js';

export const countHandlers: Handlers = {
  async count({ arguments: args, database, databaseName, task }) {
    args.allow('query limit skip hint fields');
    const collection = database.catalogue.find(`${databaseName}.${args.collection()}`);
    const filter = parseFilter(args.doc('query'));
    const all = collection
      ? await countMatches(database, collection, { filter, hint: hintOf(args) }, task)
      : 0;
    const skipped = Math.max(0, all - (args.whole('skip') ?? 0));
    return { n: wholeNumber(Math.min(skipped, args.whole('limit') || Number.POSITIVE_INFINITY)) };
  },

  async distinct({ arguments: args, database, databaseName, task }) {
    args.allow('key query hint');
    const collection = database.catalogue.find(`${databaseName}.${args.collection()}`);
    const path = splitPath(args.text('key'));
    const filter = parseFilter(args.doc('query'));
    if (!collection) return { values: [] };
    const { reader } = select(database, collection, { filter, hint: hintOf(args) });
    const values = new Map<string, unknown>();
    let bytes = 0;
    while (!reader.done) {
      for (const row of reader.read(1_000))
        visitPath(row.document ?? decodeStored(row.bytes), path, (value) => {
          if (value === undefined || Array.isArray(value)) return false;
          const key = encodeKey([value], [1]).toString('latin1');
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
export async function countMatches(
  database: Database,
  collection: Collection,
  query: Query,
  task: Task,
): Promise<number> {
  const plan = choosePlan(collection, query.filter, undefined, query.hint);
  const known = countByPlan(database, collection, query.filter, plan);
  if (known !== undefined) return known;
  const { reader } = select(database, collection, query);
  let count = 0;
  while (!reader.done) {
    count += reader.read(1_000).length;
    await task.pause();
  }
  return count;
}

function countByPlan(
  { store }: Database,
  collection: Collection,
  filter: Condition,
  plan: Plan,
): number | undefined {
  if (filter.kind === 'and' && filter.parts.length === 0) return collection.count;
  if (!plan.exact || !plan.index || plan.index.isMultikey) return undefined;
  if (plan.keys) return plan.keys.filter((key) => store.get(key)).length;
  return plan.ranges.reduce((sum, range) => sum + store.count(range), 0);
}
