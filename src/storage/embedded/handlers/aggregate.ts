import { coveredGroups } from '../aggregate/covered.js';
import { pushThrough, type Stage } from '../aggregate/stage.js';
import { compileStages, type StageContext, stageEntry } from '../aggregate/stages.js';
import type { Collection } from '../collection.js';
import { Batches, type ResultStream } from '../cursors.js';
import { CommandError, unsupported } from '../errors.js';
import { type Condition, parseFilter } from '../query/parse.js';
import { type Query, type Selection, select } from '../query/selection.js';
import { parseSort, type SortOrder } from '../query/sort.js';
import { type Doc, decodeStored, encode, isDoc, toNumber } from '../values.js';
import { cursorReply } from '../wire/cursor-reply.js';
import { Arguments } from './arguments.js';
import type { Call, Handlers } from './command.js';
import { hintOf, sortRows } from './find.js';
import type { Task } from './task.js';

const FIRST_BATCH = 101;
/** Documents that go through the stages together. */
const DOCUMENTS_AT_ONCE = 500;
/** MongoDB's limit on stages. */
const MAX_STAGES = 1_000;

export const aggregateHandlers: Handlers = {
  async aggregate(call) {
    const { arguments: args, database, databaseName } = call;
    args.allow('pipeline cursor hint', '', 'let explain');
    if (typeof args.raw('aggregate') !== 'string') throw unsupported('aggregate without a collection');
    const namespace = `${databaseName}.${args.collection()}`;
    const pipeline = args.docs('pipeline');
    if (pipeline.length > MAX_STAGES)
      throw new CommandError(7749501, `Pipeline length must be no longer than ${MAX_STAGES} stages.`);
    if (!isDoc(args.raw('cursor')))
      throw new CommandError(
        9,
        "The 'cursor' option is required, except for aggregate with the explain argument",
      );
    const batches = new Batches(await openPipeline(call, namespace, pipeline), call.task);
    const first = await batches.next(firstBatchSize(args.doc('cursor')));
    return cursorReply('firstBatch', first, database.cursors.keep(namespace, batches), namespace);
  },
};

function firstBatchSize(cursor: Doc): number {
  return new Arguments({ cursor: 1, ...cursor }).allow('batchSize').whole('batchSize') ?? FIRST_BATCH;
}

/** The `$match` and `$sort` in front are the planner's; the stages do the rest. */
async function openPipeline(call: Call, namespace: string, pipeline: readonly Doc[]): Promise<ResultStream> {
  const { database, databaseName, task } = call;
  const context: StageContext = { database, databaseName, pause: () => task.pause() };
  const { filter, sort, rest } = splitFront(pipeline);
  const stages = compileStages(rest, context);
  const collection = database.catalogue.find(namespace);
  if (!collection) return new PipelineStream(emptySource(), stages, task);
  const query: Query = { filter, sort, hint: hintOf(call.arguments) };
  const counted = await coveredGroups(database, collection, query, rest[0], task);
  if (counted) return new PipelineStream(listSource(counted), compileStages(rest.slice(1), context), task);
  const wanted = sort && toNumber(rest[0]?.$limit);
  return new PipelineStream(collectionSource(call, collection, query, wanted), stages, task);
}

/** Leading `$match`es become one filter; a `$sort` right after them is the query's. */
function splitFront(pipeline: readonly Doc[]): {
  filter: Condition;
  sort: SortOrder | undefined;
  rest: readonly Doc[];
} {
  let at = 0;
  const filters: Doc[] = [];
  for (; at < pipeline.length; at += 1) {
    const [name, argument] = stageEntry(pipeline[at]);
    if (name !== '$match') break;
    if (!isDoc(argument))
      throw new CommandError(15959, 'the match filter must be an expression in an object');
    filters.push(argument);
  }
  const filter = parseFilter(
    filters.length === 1 ? (filters[0] ?? {}) : filters.length === 0 ? {} : { $and: filters },
  );
  const sort = parseSort(pipeline[at]?.$sort);
  return { filter, sort, rest: pipeline.slice(sort ? at + 1 : at) };
}

/** Where a pipeline's documents come from. */
interface Source {
  readonly done: boolean;
  next(): Promise<Doc[]>;
}

function emptySource(): Source {
  return { done: true, next: async () => [] };
}

function listSource(documents: readonly Doc[]): Source {
  let left = [...documents];
  return {
    get done() {
      return left.length === 0;
    },
    async next() {
      const all = left;
      left = [];
      return all;
    },
  };
}

/** @param limit how many sorted documents will be asked for at most */
function collectionSource(
  { database, task }: Call,
  collection: Collection,
  query: Query,
  limit = Number.POSITIVE_INFINITY,
): Source {
  const selection: Selection = select(database, collection, query);
  const { plan, reader } = selection;
  let sorted: Doc[] | undefined;
  return {
    get done() {
      return plan.sorted ? reader.done : sorted?.length === 0;
    },
    async next() {
      if (plan.sorted)
        return reader.read(DOCUMENTS_AT_ONCE).map((row) => row.document ?? decodeStored(row.bytes));
      sorted ??= (await sortRows(selection, query, limit, task)).map(({ bytes }) => decodeStored(bytes));
      return sorted.splice(0, DOCUMENTS_AT_ONCE);
    },
  };
}

/** Pulls documents out of the source and through the stages, as far as the client asks. */
class PipelineStream implements ResultStream {
  private waiting: Buffer[] = [];
  private ended = false;

  constructor(
    private readonly source: Source,
    private readonly stages: readonly Stage[],
    private readonly task: Task,
  ) {}

  get done(): boolean {
    return this.ended && this.waiting.length === 0;
  }

  async read(max: number): Promise<Buffer[]> {
    if (this.waiting.length === 0 && !this.ended) await this.pull();
    return this.waiting.splice(0, max);
  }

  private async pull(): Promise<void> {
    const documents = await this.source.next();
    const last = this.source.done || this.stages.some((stage) => stage.done);
    const results = await pushThrough(this.stages, documents, last);
    this.ended = last;
    this.waiting = results.map(encode);
    await this.task.pause();
  }
}
