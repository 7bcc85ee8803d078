import { CommandError } from '../errors.js';
import { type Condition, parseFilter } from '../query/parse.js';
import { select } from '../query/selection.js';
import { type Doc, decodeStored, MAX_BATCH } from '../values.js';
import { Arguments } from './arguments.js';
import type { Call, Handlers } from './command.js';
import { hintOf } from './find.js';
import { WriteOutcome } from './insert.js';

const ROWS_AT_ONCE = 100;

interface DeleteStatement {
  readonly filter: Condition;
  readonly hint: unknown;
  readonly multi: boolean;
}

export const deleteHandlers: Handlers = {
  async delete(call) {
    const { arguments: args, database, databaseName, task } = call;
    args.allow('deletes ordered', '', 'let');
    const namespace = `${databaseName}.${args.collection()}`;
    const statements = args.docs('deletes');
    if (statements.length === 0 || statements.length > MAX_BATCH)
      throw new CommandError(
        72,
        `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${statements.length} operations.`,
      );
    const outcome = new WriteOutcome(args.flag('ordered') ?? true);
    const counts = { n: 0 };
    const deleteAll = function* () {
      for (const [index, raw] of statements.entries()) {
        if (task.isSliceOver()) yield;
        try {
          yield* runDelete(call, namespace, parseStatement(raw), counts);
        } catch (error) {
          if (!outcome.failed(index, error)) break;
        }
      }
    };
    await task.inSlices(database.store, deleteAll());
    return { ...counts, ...outcome.errors() };
  },
};

function parseStatement(raw: Doc): DeleteStatement {
  const args = new Arguments({ delete: 1, ...raw }).allow('q limit hint');
  const limit = args.whole('limit');
  if (limit !== 0 && limit !== 1)
    throw new CommandError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return { filter: parseFilter(args.doc('q')), hint: hintOf(args), multi: limit === 0 };
}

/** Runs inside transactions, giving way at each `yield`. */
function* runDelete(
  { database, task }: Call,
  namespace: string,
  { filter, hint, multi }: DeleteStatement,
  counts: { n: number },
): Generator<undefined, void> {
  const collection = database.catalogue.find(namespace);
  if (!collection) return;
  const { reader } = select(database, collection, { filter, hint });
  let found = false;
  while (!reader.done && (multi || !found)) {
    for (const row of reader.read(multi ? ROWS_AT_ONCE : 1)) {
      collection.remove(row.recordId, row.document ?? decodeStored(row.bytes));
      counts.n += 1;
      found = true;
    }
    if (task.isSliceOver() && !reader.done) yield;
  }
}
