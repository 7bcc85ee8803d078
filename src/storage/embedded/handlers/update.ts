import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import { CommandError } from '../errors.js';
import { type Condition, parseFilter } from '../query/parse.js';
import { select } from '../query/selection.js';
import type { Row } from '../reader.js';
import { applyUpdate, upsertedDocument } from '../update/apply.js';
import { parseUpdate, type Update } from '../update/parse.js';
import { type Doc, decodeStored, encode, fieldOf, MAX_BATCH } from '../values.js';
import { Arguments } from './arguments.js';
import type { Handlers } from './command.js';
import { hintOf } from './find.js';
import { refuseBadId, WriteOutcome } from './insert.js';
import type { Task } from './task.js';

/** Documents changed between two looks at the clock. */
const ROWS_AT_ONCE = 100;

interface UpdateStatement {
  readonly filter: Condition;
  readonly update: Update;
  readonly hint: unknown;
  readonly multi: boolean;
  readonly upsert: boolean;
}

interface UpdateCounts {
  matched: number;
  modified: number;
  upsertedId?: unknown;
}

export const updateHandlers: Handlers = {
  async update({ arguments: args, database, databaseName, task }) {
    args.allow('updates ordered', '', 'let');
    const namespace = `${databaseName}.${args.collection()}`;
    const statements = args.docs('updates');
    if (statements.length === 0 || statements.length > MAX_BATCH)
      throw new CommandError(
        72,
        `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${statements.length} operations.`,
      );
    const outcome = new WriteOutcome(args.flag('ordered') ?? true);
    const total = { n: 0, nModified: 0, upserted: [] as Doc[] };
    const updateAll = function* () {
      for (const [index, raw] of statements.entries()) {
        if (task.isSliceOver()) yield;
        const counts: UpdateCounts = { matched: 0, modified: 0 };
        let goesOn = true;
        try {
          yield* runUpdate(database, namespace, parseStatement(raw), task, counts);
        } catch (error) {
          goesOn = outcome.failed(index, error);
        }
        total.n += counts.matched + (counts.upsertedId === undefined ? 0 : 1);
        total.nModified += counts.modified;
        if (counts.upsertedId !== undefined) total.upserted.push({ index, _id: counts.upsertedId });
        if (!goesOn) break;
      }
    };
    await task.inSlices(database.store, updateAll());
    const { upserted, ...counts } = total;
    return { ...counts, ...(upserted.length > 0 ? { upserted } : {}), ...outcome.errors() };
  },
};

function parseStatement(raw: Doc): UpdateStatement {
  const args = new Arguments({ update: 1, ...raw }).allow('q u multi upsert arrayFilters hint', '', 'c sort');
  const multi = args.flag('multi') ?? false;
  const update = parseUpdate(args.raw('u'), args.raw('arrayFilters'), new Date());
  if (multi && update.kind === 'replace')
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  return {
    filter: parseFilter(args.doc('q')),
    update,
    hint: hintOf(args),
    multi,
    upsert: args.flag('upsert') ?? false,
  };
}

/** Runs inside transactions, giving way at each `yield`. What was done before an error stays, and is counted. */
function* runUpdate(
  database: Database,
  namespace: string,
  statement: UpdateStatement,
  task: Task,
  counts: UpdateCounts,
): Generator<undefined, void> {
  const { filter, update, hint, multi, upsert } = statement;
  const collection = upsert ? database.catalogue.findOrCreate(namespace) : database.catalogue.find(namespace);
  if (!collection) return;
  const needsPosition = update.kind === 'modify' && update.needsPosition;
  const { reader } = select(database, collection, { filter, hint, needsPosition, once: multi });
  while (!reader.done && (multi || counts.matched === 0)) {
    for (const row of reader.read(multi ? ROWS_AT_ONCE : 1)) {
      counts.modified += updateRow(collection, row, update) ? 1 : 0;
      counts.matched += 1;
    }
    if (task.isSliceOver() && !reader.done) yield;
  }
  if (counts.matched === 0 && upsert)
    counts.upsertedId = fieldOf(insertUpserted(collection, update, filter), '_id');
}

/** @returns the new version, undefined when nothing changed */
export function updateRow(collection: Collection, row: Row, update: Update): Doc | undefined {
  const document = row.document ?? decodeStored(row.bytes);
  const before = collection.keysBefore(document, update.kind === 'modify' ? update.fields : undefined);
  const after = applyUpdate(update, document, row.position);
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
