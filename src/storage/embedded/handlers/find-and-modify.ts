import { compileExpression } from '../aggregate/expressions.js';
import type { Collection } from '../collection.js';
import { CommandError } from '../errors.js';
import { parseFilter } from '../query/parse.js';
import { compileProjection, type Projection } from '../query/projection.js';
import { type Query, type Selection, select } from '../query/selection.js';
import { parseSort, Sorter, sortKeyMaker } from '../query/sort.js';
import type { Row } from '../reader.js';
import { parseUpdate, type Update } from '../update/parse.js';
import { type Doc, decodeStored, fieldOf } from '../values.js';
import type { Arguments } from './arguments.js';
import type { Handler, Handlers } from './command.js';
import { hintOf, isPositional } from './find.js';
import type { Task } from './task.js';
import { insertUpserted, updateRow } from './update.js';

interface Modification {
  readonly query: Query;
  /** undefined: remove the document */
  readonly update: Update | undefined;
  readonly upsert: boolean;
  /** Answer with the version after the change */
  readonly returnsNew: boolean;
  readonly projection: Projection | undefined;
}

const findAndModify: Handler = async ({ arguments: args, database, databaseName, task }) => {
  args.allow('query sort remove update new fields upsert hint arrayFilters', '', 'let');
  const namespace = `${databaseName}.${args.collection()}`;
  const modification = parseModification(args);
  const work = function* (): Generator<undefined, Doc> {
    const { catalogue } = database;
    const collection = modification.upsert ? catalogue.findOrCreate(namespace) : catalogue.find(namespace);
    if (!collection) return answer(0, false, undefined);
    const selection = select(database, collection, modification.query);
    const row = yield* findOne(selection, collection, modification.query, task);
    return modify(collection, row, modification);
  };
  return task.inSlices(database.store, work());
};

export const findAndModifyHandlers: Handlers = { findAndModify, findandmodify: findAndModify };

function parseModification(args: Arguments): Modification {
  const removes = args.flag('remove') ?? false;
  const hasUpdate = args.raw('update') !== undefined && args.raw('update') !== null;
  const upsert = args.flag('upsert') ?? false;
  const returnsNew = args.flag('new') ?? false;
  if (removes && hasUpdate) throw new CommandError(9, "Cannot specify both an 'update' and 'remove'=true");
  if (removes && upsert) throw new CommandError(9, "Cannot specify both 'upsert'=true and 'remove'=true");
  if (removes && returnsNew)
    throw new CommandError(
      9,
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
  if (!removes && !hasUpdate)
    throw new CommandError(9, "Either an 'update' or 'remove'=true must be specified");
  const update = removes ? undefined : parseUpdate(args.raw('update'), args.raw('arrayFilters'), new Date());
  const filter = parseFilter(args.doc('query'));
  const fields = args.doc('fields');
  const needsPosition = isPositional(fields) || (update?.kind === 'modify' && update.needsPosition);
  return {
    query: { filter, sort: parseSort(args.raw('sort')), hint: hintOf(args), needsPosition },
    update,
    upsert,
    returnsNew,
    projection: compileProjection(fields, compileExpression),
  };
}

/** The first match in the wanted order. Only a sort that no index gives has to read them all. */
function* findOne(
  { plan, reader, matches }: Selection,
  collection: Collection,
  query: Query,
  task: Task,
): Generator<undefined, Row | undefined> {
  const sorter = new Sorter<number>(1);
  const keyOf = query.sort && !plan.sorted ? sortKeyMaker(query.sort) : undefined;
  while (!reader.done) {
    for (const row of reader.read(keyOf ? 1_000 : 1)) {
      if (!keyOf) return row;
      sorter.add(keyOf(row.document ?? decodeStored(row.bytes)), row.recordId, 0);
    }
    if (task.isSliceOver()) yield;
  }
  // Others may have worked in between: the document counts as it is now.
  const [recordId] = sorter.items();
  const bytes = recordId === undefined ? undefined : collection.read(recordId);
  if (recordId === undefined || !bytes) return undefined;
  const details: { position?: number | undefined } = {};
  const document = decodeStored(bytes);
  return matches(document, details) ? { recordId, bytes, document, position: details.position } : undefined;
}

function modify(collection: Collection, row: Row | undefined, modification: Modification): Doc {
  const { update, upsert, returnsNew, projection, query } = modification;
  const shaped = (document: Doc) => (projection ? projection(document, row?.position) : document);
  if (!row) {
    if (!update || !upsert) return answer(0, update ? false : undefined, null);
    const inserted = insertUpserted(collection, update, query.filter);
    return answer(1, false, returnsNew ? shaped(inserted) : null, fieldOf(inserted, '_id'));
  }
  const before = decodeStored(row.bytes);
  if (!update) {
    collection.remove(row.recordId, before);
    return answer(1, undefined, shaped(before));
  }
  const after = updateRow(collection, row, update) ?? before;
  return answer(1, true, shaped(returnsNew ? after : before));
}

function answer(
  n: number,
  updatedExisting: boolean | undefined,
  value: Doc | null | undefined,
  upserted?: unknown,
): Doc {
  const updated = updatedExisting === undefined ? {} : { updatedExisting };
  return {
    lastErrorObject: { n, ...updated, ...(upserted === undefined ? {} : { upserted }) },
    value: value ?? null,
  };
}
