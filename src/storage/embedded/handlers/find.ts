import { compileProjection, type Projection } from '../aggregate/projection.js';
import type { Collection } from '../collection.js';
import { Result } from '../cursors.js';
import type { Database } from '../database.js';
import { unsupported } from '../errors.js';
import { choosePlan } from '../index/planner.js';
import { valueKey } from '../order.js';
import { parseFilter } from '../query/filter.js';
import { splitPath, visitPath } from '../query/paths.js';
import { documentOf, type Query, type Row, Selection } from '../query/selection.js';
import { parseSort, Sorter, sortKeyMaker } from '../query/sort.js';
import { type Doc, encode, refuseOversize, wholeNumber } from '../values.js';
import { cursorReply } from '../wire/messages.js';
import { Arguments } from './arguments.js';
import { collectionOf, type Handlers, namespaceOf } from './command.js';
import type { Task } from './task.js';

/** MongoDB's first batch when the client does not say. */
export const FIRST_BATCH = 101;
/** Documents read between two turns of the others, if they do not take too long. */
export const READ_AT_ONCE = 500;

/** A find command's query and what to do with its results. */
interface FindRequest {
  readonly query: Query;
  readonly skip: number;
  readonly limit: number;
  readonly projection: Projection | undefined;
}

export const findHandlers: Handlers = {
  async find(call) {
    const { arguments: args, database, task } = call;
    const request = parseFind(args);
    const namespace = namespaceOf(call);
    const collection = collectionOf(call);
    if (!collection) return cursorReply('firstBatch', [], 0n, namespace);
    const batchSize = args.whole('batchSize') ?? FIRST_BATCH;
    // Not further ahead than the client asks: it sees what changes between two batches.
    const atOnce = Math.min(batchSize || FIRST_BATCH, READ_AT_ONCE);
    const result = new Result(readRows(database, collection, request, atOnce, task), task, request.limit);
    const first = await result.next(batchSize);
    const id = args.flag('singleBatch') ? 0n : database.cursors.keep(namespace, result);
    return cursorReply('firstBatch', first, id, namespace);
  },

  async getMore({ arguments: args, database, databaseName }) {
    args.allow('getMore collection batchSize', 'term lastKnownCommittedOpTime');
    const namespace = `${databaseName}.${args.text('collection')}`;
    const max = args.whole('batchSize') || Number.POSITIVE_INFINITY;
    const { documents, id } = await database.cursors.getMore(args.cursorId('getMore'), namespace, max);
    return cursorReply('nextBatch', documents, id, namespace);
  },

  killCursors({ arguments: args, database }) {
    const wanted = args.allow('cursors').cursorIds('cursors');
    const killed = wanted.filter((id) => database.cursors.kill(id.toBigInt()));
    const unknown = wanted.filter((id) => !killed.includes(id));
    return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [] };
  },

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

  /** Says which index a find would use; runs nothing. */
  explain(call) {
    const command = call.arguments.allow('explain verbosity').doc('explain');
    const find = new Arguments(command);
    if (find.name !== 'find') throw unsupported(`explain of ${find.name}`);
    const { query } = parseFind(find);
    const collection = collectionOf({ ...call, arguments: find });
    const namespace = namespaceOf({ ...call, arguments: find });
    const winningPlan = collection ? describePlan(collection, query) : { stage: 'EOF' };
    return {
      queryPlanner: { namespace, parsedQuery: find.doc('filter'), winningPlan, rejectedPlans: [] },
      command,
    };
  },
};

/** @throws {CommandError} for every option outside the supported ones */
function parseFind(args: Arguments): FindRequest {
  args.allow(
    'filter sort projection hint skip limit batchSize singleBatch',
    'noCursorTimeout allowPartialResults oplogReplay',
    'min max returnKey showRecordId tailable awaitData let requestResumeToken',
  );
  return {
    query: { filter: parseFilter(args.doc('filter')), sort: parseSort(args.raw('sort')), hint: args.hint() },
    skip: args.whole('skip') ?? 0,
    limit: args.whole('limit') || Number.POSITIVE_INFINITY,
    projection: compileProjection(args.doc('projection')),
  };
}

async function* readRows(
  database: Database,
  collection: Collection,
  { query, skip, limit, projection }: FindRequest,
  atOnce: number,
  task: Task,
): AsyncGenerator<Buffer[]> {
  let toSkip = skip;
  const selection = new Selection(database, collection, query);
  for (const rows of selectRows(selection, query, skip + limit, atOnce)) {
    const kept = rows.slice(toSkip);
    toSkip -= rows.length - kept.length;
    if (!projection) yield kept.map(({ bytes }) => bytes);
    else
      for (const row of kept) {
        yield [encode(projection(documentOf(row)))];
        await task.pause();
      }
    if (!selection.done) await task.pause();
  }
}

/**
 * The rows a query finds, in its order: as they are read, or sorted in memory when no index gives the order.
 * Others may work between two batches, of which some are empty.
 *
 * @param limit how many will be taken at most
 * @param atOnce how many are read ahead at most
 */
export function* selectRows(
  selection: Selection,
  { sort }: Query,
  limit: number,
  atOnce: number,
): Generator<Row[], void> {
  const keyOf = sort && !selection.plan.sorted ? sortKeyMaker(sort) : undefined;
  const sorter = new Sorter<Row>(limit);
  while (!selection.done) {
    const rows = selection.read(keyOf ? READ_AT_ONCE : Math.min(atOnce, limit));
    if (keyOf)
      for (const row of rows)
        sorter.add(keyOf(documentOf(row)), { ...row, document: undefined }, row.bytes.length);
    yield keyOf ? [] : rows;
  }
  const sorted = sorter.items();
  for (let at = 0; at < sorted.length; at += READ_AT_ONCE) yield sorted.slice(at, at + READ_AT_ONCE);
}

function describePlan(collection: Collection, { filter, sort, hint }: Query): Doc {
  const { index, reverse, sorted } = choosePlan(collection, filter, sort, hint);
  const inputStage = index && {
    stage: 'IXSCAN',
    indexName: index.definition.name,
    keyPattern: index.definition.key,
    isMultiKey: index.isMultikey,
    direction: reverse ? 'backward' : 'forward',
  };
  const scan = inputStage ? { stage: 'FETCH', inputStage } : { stage: 'COLLSCAN' };
  return sorted ? scan : { stage: 'SORT', inputStage: scan };
}

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
  const { index, residual, repeats, keys, ranges } = choosePlan(collection, filter, undefined, hint);
  if (residual.length > 0 || repeats) return undefined;
  if (!index) return collection.count;
  if (keys) return keys.filter((key) => store.get(key)).length;
  return ranges.reduce((sum, range) => sum + store.count(range), 0);
}
