import { compileProjection, type Projection } from '../aggregate/projection.js';
import type { Collection } from '../collection.js';
import { CommandError } from '../errors.js';
import { compileFilter, type MatchDetails, parseFilter } from '../query/filter.js';
import { documentOf, type Query, type Row, Selection } from '../query/selection.js';
import { parseSort } from '../query/sort.js';
import { needsPosition, parseUpdate, type Update } from '../update/parse.js';
import { type Doc, decodeStored, fieldOf } from '../values.js';
import type { Arguments } from './arguments.js';
import { collectionOf, type Handler, type Handlers, namespaceOf } from './command.js';
import { selectRows } from './find.js';
import type { Task } from './task.js';
import { insertUpserted, updateRow } from './write.js';

interface Modification {
  readonly query: Query;
  /** undefined: remove the document */
  readonly update: Update | undefined;
  readonly upsert: boolean;
  /** Answer with the version after the change */
  readonly returnsNew: boolean;
  readonly shape: Projection;
}

const findAndModify: Handler = async (call) => {
  const { arguments: args, database, task } = call;
  args.allow('query sort remove update new fields upsert hint arrayFilters', '', 'let');
  const modification = parseModification(args);
  const work = function* (): Generator<undefined, Doc> {
    const collection = modification.upsert
      ? database.catalogue.findOrCreate(namespaceOf(call))
      : collectionOf(call);
    if (!collection) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
    const selection = new Selection(database, collection, modification.query);
    const row = yield* findOne(selection, collection, modification.query, task);
    return modify(collection, row, modification);
  };
  return task.inSlices(database.store, work());
};

export const findAndModifyHandlers: Handlers = { findAndModify, findandmodify: findAndModify };

function parseModification(args: Arguments): Modification {
  const removes = args.flag('remove');
  const upsert = args.flag('upsert');
  const returnsNew = args.flag('new');
  if (removes === ((args.raw('update') ?? undefined) !== undefined))
    throw new CommandError(9, "Either an 'update' or 'remove'=true must be specified, and not both");
  if (removes && (upsert || returnsNew))
    throw new CommandError(9, "Cannot specify 'upsert' or 'new' together with 'remove'=true");
  const update = removes ? undefined : parseUpdate(args.raw('update'), args.raw('arrayFilters'), new Date());
  const query = {
    filter: parseFilter(args.doc('query')),
    sort: parseSort(args.raw('sort')),
    hint: args.hint(),
    needsPosition: needsPosition(update),
  };
  const shape = compileProjection(args.doc('fields')) ?? ((document) => document);
  return { query, update, upsert, returnsNew, shape };
}

/** The first match in the wanted order. */
function* findOne(
  selection: Selection,
  collection: Collection,
  query: Query,
  task: Task,
): Generator<undefined, Row | undefined> {
  for (const [row] of selectRows(selection, query, 1, 1)) {
    if (row) return selection.plan.sorted ? row : asItIsNow(query, collection, row);
    if (task.isSliceOver()) yield;
  }
  return undefined;
}

/** Others may have worked while all matches were gathered to be sorted. */
function asItIsNow({ filter }: Query, collection: Collection, { recordId }: Row): Row | undefined {
  const bytes = collection.read(recordId);
  const document = bytes && decodeStored(bytes);
  const details: MatchDetails = {};
  if (!document || !compileFilter(filter)(document, details)) return undefined;
  return { recordId, bytes, document, position: details.position };
}

function modify(collection: Collection, row: Row | undefined, modification: Modification): Doc {
  const { update, upsert, returnsNew, shape, query } = modification;
  if (!update) {
    if (!row) return { lastErrorObject: { n: 0 }, value: null };
    const before = documentOf(row);
    collection.remove(row.recordId, before);
    return { lastErrorObject: { n: 1 }, value: shape(before) };
  }
  if (row) {
    const after = updateRow(collection, row, update);
    const value = returnsNew && after ? after : documentOf(row);
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: shape(value) };
  }
  if (!upsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const inserted = insertUpserted(collection, update, query.filter);
  const lastErrorObject = { n: 1, updatedExisting: false, upserted: fieldOf(inserted, '_id') };
  return { lastErrorObject, value: returnsNew ? shape(inserted) : null };
}
