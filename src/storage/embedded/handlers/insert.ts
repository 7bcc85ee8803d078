import { ObjectId } from 'bson';
import type { Collection } from '../collection.js';
import { CommandError, errorFields, toCommandError } from '../errors.js';
import { type Doc, decode, encode, fieldOf, isDoc, MAX_BATCH, refuseOversize, typeName } from '../values.js';
import type { Call, Handlers } from './command.js';

/** Documents decoded between two turns of the others. */
const PREPARE_AT_ONCE = 200;
export const insertHandlers: Handlers = {
  async insert(call) {
    const { arguments: args, database, documents, task } = call;
    args.allow('documents ordered');
    const namespace = `${call.databaseName}.${args.collection()}`;
    if (documents.length === 0 || documents.length > MAX_BATCH)
      throw new CommandError(
        72,
        `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${documents.length} operations.`,
      );
    const ordered = args.flag('ordered') ?? true;
    const prepared = await prepareAll(call);
    const insertAll = function* () {
      const collection = database.catalogue.findOrCreate(namespace);
      const outcome = new WriteOutcome(ordered);
      for (const [i, document] of prepared.entries()) {
        if (task.isSliceOver()) yield;
        if (!outcome.attempt(i, () => insertOne(collection, document))) break;
      }
      return outcome;
    };
    const outcome = await task.inSlices(database.store, insertAll());
    return { n: outcome.succeeded, ...outcome.errors() };
  },
};

/** Counts what was written and remembers what was not. */
export class WriteOutcome {
  succeeded = 0;
  private readonly writeErrors: Doc[] = [];

  constructor(private readonly ordered: boolean) {}

  /** Runs one write of a batch. @returns false when the batch ends here */
  attempt(index: number, write: () => void): boolean {
    try {
      write();
      this.succeeded += 1;
      return true;
    } catch (error) {
      return this.failed(index, error);
    }
  }

  /** Only a CommandError belongs to one statement; any other error fails the whole command. */
  failed(index: number, error: unknown): boolean {
    if (!(error instanceof CommandError)) throw toCommandError(error);
    const { codeName: _, ...fields } = errorFields(error);
    this.writeErrors.push({ index, ...fields });
    return !this.ordered;
  }

  errors(): Doc {
    return this.writeErrors.length > 0 ? { writeErrors: this.writeErrors } : {};
  }
}

/** A document ready to be stored, or why it cannot be. */
type Prepared = { readonly bytes: Buffer; readonly document: Doc } | CommandError;

async function prepareAll({ documents, task }: Call): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const [i, bytes] of documents.entries()) {
    if (i > 0 && i % PREPARE_AT_ONCE === 0) await task.pause();
    prepared.push(prepare(bytes));
  }
  return prepared;
}

function prepare(bytes: Buffer): Prepared {
  try {
    refuseOversize(bytes.length);
    return withIdFirst(bytes, decode(bytes));
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

function insertOne(collection: Collection, prepared: Prepared): void {
  if (prepared instanceof CommandError) throw prepared;
  collection.refuseDropped();
  collection.insert(prepared.bytes, prepared.document);
}

/** Puts `_id` in front, and makes one when there is none. The other bytes stay as the client wrote them. */
function withIdFirst(bytes: Buffer, document: Doc): Prepared {
  const id = fieldOf(document, '_id');
  if (id === undefined) {
    const made = new ObjectId();
    return { bytes: spliced(encode({ _id: made }), bytes), document: { _id: made, ...document } };
  }
  refuseBadId(id);
  if (Object.keys(document)[0] === '_id') return { bytes, document };
  const { _id: _, ...others } = document;
  return { bytes: encode({ _id: id, ...others }), document: { _id: id, ...others } };
}

/** @throws {CommandError} InvalidIdField, DollarPrefixedFieldName */
export function refuseBadId(id: unknown): void {
  const type = typeName(id);
  if (type === 'array' || type === 'regex' || type === 'undefined')
    throw new CommandError(53, `The '_id' value cannot be of type ${type}`);
  const dollar = isDoc(id) ? Object.keys(id).find((field) => field.startsWith('$')) : undefined;
  if (dollar)
    throw new CommandError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`,
    );
}

/** The fields of one BSON document in front of another's. */
function spliced(front: Buffer, rest: Buffer): Buffer {
  const joined = Buffer.concat([front.subarray(0, -1), rest.subarray(4)]);
  joined.writeInt32LE(joined.length, 0);
  return joined;
}
