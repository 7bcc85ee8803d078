import { ObjectId } from 'bson';
import { typeName } from '../bson-types.js';
import type { Collection } from '../collection.js';
import { CommandError, errorFields, toCommandError } from '../errors.js';
import { type Condition, parseFilter } from '../query/filter.js';
import { documentOf, type Row, Selection } from '../query/selection.js';
import { applyUpdate, upsertedDocument } from '../update/apply.js';
import { needsPosition, parseUpdate, type Update } from '../update/parse.js';
import { type Doc, decode, encode, fieldOf, isDoc, refuseOversize } from '../values.js';
import { joinDocuments } from '../wire/messages.js';
import { Arguments, refuseBatchSize } from './arguments.js';
import { type Call, collectionOf, type Handlers, namespaceOf } from './command.js';
import type { Task } from './task.js';

/** Documents changed, or made ready, between two looks at the clock. */
const ROWS_AT_ONCE = 100;

/** Work inside transactions, giving way at each `yield`. */
type Work = Generator<undefined, void>;

export const writeHandlers: Handlers = {
  async insert(call) {
    const { arguments: args, database, documents, task } = call;
    args.allow('documents ordered');
    refuseBatchSize(documents.length);
    const namespace = namespaceOf(call);
    const prepared: ReturnType<typeof prepareDocument>[] = [];
    for (const [i, bytes] of documents.entries()) {
      if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await task.pause();
      prepared.push(prepareDocument(bytes));
    }
    let n = 0;
    const errors = await runStatements(call, prepared, (document) => {
      if (document instanceof CommandError) throw document;
      const collection = database.catalogue.findOrCreate(namespace);
      collection.insert(document.bytes, document.document);
      n += 1;
      return [];
    });
    return { n, ...errors };
  },

  async update(call) {
    const { arguments: args } = call;
    args.allow('updates ordered', '', 'let');
    const statements = args.docs('updates');
    refuseBatchSize(statements.length);
    const total = { n: 0, nModified: 0 };
    const upserted: Doc[] = [];
    const errors = await runStatements(call, statements, function* (raw, index) {
      const counts = { matched: 0, modified: 0 };
      try {
        const inserted = yield* runUpdate(call, parseUpdateStatement(raw), counts);
        if (inserted) upserted.push({ index, _id: fieldOf(inserted, '_id') });
        if (inserted) total.n += 1;
      } finally {
        // What was done before an error stays, and is counted.
        total.n += counts.matched;
        total.nModified += counts.modified;
      }
    });
    return { ...total, ...(upserted.length > 0 ? { upserted } : {}), ...errors };
  },

  async delete(call) {
    const { arguments: args } = call;
    args.allow('deletes ordered', '', 'let');
    const statements = args.docs('deletes');
    refuseBatchSize(statements.length);
    const counts = { n: 0 };
    const errors = await runStatements(call, statements, (raw) => runDelete(call, raw, counts));
    return { ...counts, ...errors };
  },
};

/**
 * Runs the statements of a batch one after the other, in as few transactions as time allows.
 *
 * @returns `writeErrors` if there are any; when ordered, nothing runs after the first
 */
async function runStatements<T>(
  { arguments: args, database, task }: Call,
  statements: readonly T[],
  run: (statement: T, index: number) => Iterable<undefined>,
): Promise<Doc> {
  const ordered = args.ordered();
  const writeErrors: Doc[] = [];
  const runAll = function* (): Work {
    for (const [index, statement] of statements.entries()) {
      if (task.isSliceOver()) yield;
      try {
        yield* run(statement, index);
      } catch (error) {
        // Only a CommandError belongs to one statement; any other fails the whole command.
        if (!(error instanceof CommandError)) throw toCommandError(error);
        const { codeName: _, ...fields } = errorFields(error);
        writeErrors.push({ index, ...fields });
        if (ordered) return;
      }
    }
  };
  await task.inSlices(database.store, runAll());
  return writeErrors.length > 0 ? { writeErrors } : {};
}

interface UpdateStatement {
  readonly filter: Condition;
  readonly update: Update;
  readonly hint: unknown;
  readonly multi: boolean;
  readonly upsert: boolean;
}

function parseUpdateStatement(raw: Doc): UpdateStatement {
  const args = new Arguments(raw, 'update').allow('q u multi upsert arrayFilters hint', '', 'c sort');
  const multi = args.flag('multi');
  const update = parseUpdate(args.raw('u'), args.raw('arrayFilters'), new Date());
  if (multi && update.kind === 'replace')
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  return {
    filter: parseFilter(args.doc('q')),
    update,
    hint: args.hint(),
    multi,
    upsert: args.flag('upsert'),
  };
}

/** @returns the document that was inserted because none was found */
function* runUpdate(
  call: Call,
  { filter, update, hint, multi, upsert }: UpdateStatement,
  counts: { matched: number; modified: number },
): Generator<undefined, Doc | undefined> {
  const { database, task } = call;
  const collection = upsert ? database.catalogue.findOrCreate(namespaceOf(call)) : collectionOf(call);
  if (!collection) return undefined;
  const query = { filter, hint, needsPosition: needsPosition(update), once: multi };
  const selection = new Selection(database, collection, query);
  while (!selection.done && (multi || counts.matched === 0)) {
    for (const row of selection.read(multi ? ROWS_AT_ONCE : 1)) {
      counts.modified += updateRow(collection, row, update) ? 1 : 0;
      counts.matched += 1;
    }
    if (task.isSliceOver() && !selection.done) yield;
  }
  return counts.matched === 0 && upsert ? insertUpserted(collection, update, filter) : undefined;
}

function* runDelete(call: Call, raw: Doc, counts: { n: number }): Work {
  const args = new Arguments(raw, 'delete').allow('q limit hint');
  const limit = args.whole('limit');
  if (limit !== 0 && limit !== 1)
    throw new CommandError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  const query = { filter: parseFilter(args.doc('q')), hint: args.hint() };
  const collection = collectionOf(call);
  if (!collection) return;
  const selection = new Selection(call.database, collection, query);
  yield* deleteRows(collection, selection, call.task, () => {
    counts.n += 1;
    return limit === 1;
  });
}

/** @param onDeleted called after each document; returns true to stop */
export function* deleteRows(
  collection: Collection,
  selection: Selection,
  task: Task,
  onDeleted: () => boolean | undefined,
): Work {
  while (!selection.done) {
    for (const row of selection.read(ROWS_AT_ONCE)) {
      collection.remove(row.recordId, documentOf(row));
      if (onDeleted()) return;
    }
    if (task.isSliceOver() && !selection.done) yield;
  }
}

/** @returns the new version, undefined when nothing changed */
export function updateRow(collection: Collection, row: Row, update: Update): Doc | undefined {
  const before = documentOf(row);
  const after = applyUpdate(update, before, row.position);
  if (after) collection.replace(row.recordId, before, after);
  return after;
}

/** Inserts what an upsert without a match makes. */
export function insertUpserted(collection: Collection, update: Update, filter: Condition): Doc {
  const document = upsertedDocument(update, filter);
  refuseBadId(fieldOf(document, '_id'));
  collection.insert(encode(document), document);
  return document;
}

/** A document as it is stored. */
interface PreparedDocument {
  readonly bytes: Buffer;
  readonly document: Doc;
}

/**
 * Makes a document ready to be stored: `_id` in front, made when there is none. Otherwise its bytes stay as the
 * client wrote them.
 *
 * @returns why it cannot be stored, if it cannot
 */
function prepareDocument(bytes: Buffer): PreparedDocument | CommandError {
  try {
    refuseOversize(bytes.length);
    return withIdFirst(bytes, decode(bytes));
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

function withIdFirst(bytes: Buffer, document: Doc): PreparedDocument {
  const { _id: id = new ObjectId(), ...others } = document;
  if (fieldOf(document, '_id') === undefined)
    return { bytes: joinDocuments(encode({ _id: id }), bytes), document: { _id: id, ...others } };
  refuseBadId(id);
  if (Object.keys(document)[0] === '_id') return { bytes, document };
  return { bytes: encode({ _id: id, ...others }), document: { _id: id, ...others } };
}

/** @throws {CommandError} InvalidIdField, DollarPrefixedFieldName */
function refuseBadId(id: unknown): void {
  const type = typeName(id);
  if (type === 'array' || type === 'regex' || type === 'undefined')
    throw new CommandError(53, `The '_id' value cannot be of type ${type}`);
  const dollar = isDoc(id) ? Object.keys(id).find((field) => field.startsWith('$')) : undefined;
  if (dollar) throw new CommandError(52, `_id fields may not contain '$'-prefixed fields: ${dollar}`);
}
