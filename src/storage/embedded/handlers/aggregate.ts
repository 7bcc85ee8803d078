import { coveredGroups } from '../aggregate/covered.js';
import { parseGroup } from '../aggregate/group.js';
import { lookup } from '../aggregate/lookup.js';
import {
  type Batches,
  compilePipeline,
  expandPipeline,
  parseMatch,
  type Surroundings,
} from '../aggregate/pipeline.js';
import { Result } from '../cursors.js';
import { CommandError, unsupported } from '../errors.js';
import { parseFilter } from '../query/filter.js';
import { documentOf, type Query, Selection } from '../query/selection.js';
import { parseSort } from '../query/sort.js';
import { type Doc, encode, isDoc, toNumber } from '../values.js';
import { cursorReply } from '../wire/messages.js';
import { Arguments } from './arguments.js';
import { type Call, collectionOf, type Handlers, namespaceOf } from './command.js';
import { FIRST_BATCH, READ_AT_ONCE, selectRows } from './find.js';

export const aggregateHandlers: Handlers = {
  async aggregate(call) {
    const { arguments: args, database, task } = call;
    args.allow('pipeline cursor hint', '', 'let explain');
    if (typeof args.raw('aggregate') !== 'string') throw unsupported('aggregate without a collection');
    if (!isDoc(args.raw('cursor'))) throw new CommandError(9, "The 'cursor' option is required");
    const cursor = new Arguments({ cursor: 1, ...args.doc('cursor') }).allow('batchSize');
    const namespace = namespaceOf(call);
    const result = new Result(encoded(runPipeline(call)), task);
    const first = await result.next(cursor.whole('batchSize') ?? FIRST_BATCH);
    return cursorReply('firstBatch', first, database.cursors.keep(namespace, result), namespace);
  },
};

/** The `$match`es and the `$sort` in front are the planner's; the stages do the rest. */
function runPipeline(call: Call): Batches {
  const { arguments: args, database, databaseName, task } = call;
  const pipeline = expandPipeline(args.docs('pipeline'));
  const matches = pipeline.slice(
    0,
    countUntil(pipeline, (stage) => !('$match' in stage)),
  );
  const filter = parseFilter(
    matches.length === 0 ? {} : { $and: matches.map(({ $match }) => parseMatch($match)) },
  );
  const sort = parseSort(pipeline[matches.length]?.$sort);
  const rest = pipeline.slice(matches.length + (sort ? 1 : 0));
  const pause = () => task.pause();
  const around: Surroundings = {
    pause,
    lookup: (argument) => lookup(argument, database, databaseName, pause),
  };
  const run = compilePipeline(rest, around);
  const runAfterGroup = compilePipeline(rest.slice(1), around);
  const query: Query = { filter, sort, hint: args.hint() };
  return start();

  async function* start(): Batches {
    const collection = collectionOf(call);
    const group = rest[0]?.$group;
    const counted =
      collection && group !== undefined && !sort && query.hint === undefined
        ? await coveredGroups(database, collection, filter, parseGroup(group), task)
        : undefined;
    if (counted) yield* runAfterGroup(only(counted));
    else if (!collection) yield* run(only([]));
    else yield* run(documents(new Selection(database, collection, query)));
  }

  async function* documents(selection: Selection): Batches {
    const limit = toNumber(rest[0]?.$limit) ?? Number.POSITIVE_INFINITY;
    for (const rows of selectRows(selection, query, limit, READ_AT_ONCE)) {
      yield rows.map(documentOf);
      await task.pause();
    }
  }
}

async function* only(documents: readonly Doc[]): Batches {
  yield documents;
}

async function* encoded(batches: Batches): AsyncGenerator<Buffer[]> {
  for await (const documents of batches)
    for (let at = 0; at < documents.length; at += READ_AT_ONCE)
      yield documents.slice(at, at + READ_AT_ONCE).map(encode);
}

function countUntil<T>(items: readonly T[], ends: (item: T) => boolean): number {
  const at = items.findIndex(ends);
  return at < 0 ? items.length : at;
}
