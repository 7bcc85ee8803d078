import { compileExpression } from '../aggregate/expressions.js';
import type { Collection } from '../collection.js';
import { Batches, type ResultStream } from '../cursors.js';
import type { Database } from '../database.js';
import { parseFilter } from '../query/parse.js';
import { compileProjection, type Projection } from '../query/projection.js';
import { type Query, type Selection, select } from '../query/selection.js';
import { parseSort, Sorter, sortKeyMaker } from '../query/sort.js';
import type { Row } from '../reader.js';
import { type Doc, decodeStored, encode } from '../values.js';
import { cursorReply } from '../wire/cursor-reply.js';
import type { Arguments } from './arguments.js';
import type { Call, Handlers } from './command.js';
import type { Task } from './task.js';

/** MongoDB's first batch when the client does not say. */
const FIRST_BATCH = 101;

/** A find command's query and what to do with its results. */
export interface FindRequest {
  readonly query: Query;
  readonly skip: number;
  readonly limit: number;
  readonly projection: Projection | undefined;
}

export const findHandlers: Handlers = {
  async find(call) {
    const { arguments: args, database } = call;
    const request = parseFind(args);
    const namespace = `${call.databaseName}.${args.collection()}`;
    const collection = database.catalogue.find(namespace);
    if (!collection) return cursorReply('firstBatch', [], 0n, namespace);
    const batches = new Batches(new FindStream(database, collection, request, call.task), call.task);
    const first = await batches.next(args.whole('batchSize') ?? FIRST_BATCH);
    const id = args.flag('singleBatch') ? 0n : database.cursors.keep(namespace, batches);
    return cursorReply('firstBatch', first, id, namespace);
  },

  async getMore({ arguments: args, database, databaseName }: Call) {
    args.allow('getMore collection batchSize', 'term lastKnownCommittedOpTime');
    const namespace = `${databaseName}.${args.text('collection')}`;
    const max = args.whole('batchSize') || Number.POSITIVE_INFINITY;
    const { documents, id } = await database.cursors.getMore(args.cursorId('getMore'), namespace, max);
    return cursorReply('nextBatch', documents, id, namespace);
  },

  killCursors({ arguments: args, database }) {
    const wanted = args.allow('cursors').ids('cursors');
    const killed = wanted.filter((id) => database.cursors.kill(id.toBigInt()));
    const unknown = wanted.filter((id) => !killed.includes(id));
    return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [] };
  },
};

/** @throws {CommandError} for every option outside the supported ones */
export function parseFind(args: Arguments): FindRequest {
  args.allow(
    'filter sort projection hint skip limit batchSize singleBatch',
    'noCursorTimeout allowPartialResults oplogReplay',
    'min max returnKey showRecordId tailable awaitData let requestResumeToken',
  );
  const filter = parseFilter(args.doc('filter'));
  const specification = args.doc('projection');
  const needsPosition = isPositional(specification);
  return {
    query: { filter, sort: parseSort(args.raw('sort')), hint: hintOf(args), needsPosition },
    skip: args.whole('skip') ?? 0,
    limit: args.whole('limit') || Number.POSITIVE_INFINITY,
    projection: compileProjection(specification, compileExpression),
  };
}

/** Whether a projection asks for the element the query matched: `'a.$'`. */
export function isPositional(projection: Doc): boolean {
  return Object.keys(projection).some((path) => path.endsWith('.$'));
}

/** A hint that says something: drivers may send an empty one. */
export function hintOf(args: Arguments): unknown {
  const hint = args.raw('hint');
  return typeof hint === 'string' || Object.keys(args.doc('hint')).length > 0 ? hint : undefined;
}

/** The results of a find, sorted in memory first when no index gives the order. */
class FindStream implements ResultStream {
  private readonly selection: Selection;
  private sorted: Row[] | undefined;
  private toSkip: number;
  private left: number;

  constructor(
    database: Database,
    collection: Collection,
    private readonly request: FindRequest,
    private readonly task: Task,
  ) {
    this.selection = select(database, collection, request.query);
    this.toSkip = request.skip;
    this.left = request.limit;
  }

  get done(): boolean {
    if (this.left <= 0) return true;
    return this.selection.plan.sorted ? this.selection.reader.done : this.sorted?.length === 0;
  }

  async read(max: number): Promise<Buffer[]> {
    const wanted = Math.min(max, this.left) + this.toSkip;
    const rows = this.selection.plan.sorted ? await this.readNext(wanted) : await this.takeSorted(wanted);
    const skipped = Math.min(this.toSkip, rows.length);
    this.toSkip -= skipped;
    this.left -= rows.length - skipped;
    return rows.slice(skipped).map((row) => shape(row, this.request.projection));
  }

  private async readNext(max: number): Promise<Row[]> {
    const rows = this.selection.reader.read(max);
    if (rows.length < max && !this.selection.reader.done) await this.task.pause();
    return rows;
  }

  private async takeSorted(max: number): Promise<Row[]> {
    this.sorted ??= await sortRows(
      this.selection,
      this.request.query,
      this.request.skip + this.request.limit,
      this.task,
    );
    return this.sorted.splice(0, max);
  }
}

/** Reads everything a query finds and sorts it. */
export async function sortRows(
  selection: Selection,
  query: Query,
  limit: number,
  task: Task,
): Promise<Row[]> {
  const sorter = new Sorter<Row>(limit);
  const keyOf = query.sort ? sortKeyMaker(query.sort) : () => Buffer.alloc(0);
  while (!selection.reader.done) {
    for (const { document, ...row } of selection.reader.read(1_000))
      sorter.add(
        keyOf(document ?? decodeStored(row.bytes)),
        { ...row, document: undefined },
        row.bytes.length,
      );
    await task.pause();
  }
  return sorter.items();
}

function shape(row: Row, projection: Projection | undefined): Buffer {
  if (!projection) return row.bytes;
  return encode(projection(row.document ?? decodeStored(row.bytes), row.position));
}
