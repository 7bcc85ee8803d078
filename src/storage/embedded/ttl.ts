import type { Collection } from './collection.js';
import type { Database } from './database.js';
import { toCommandError } from './errors.js';
import { Task } from './handlers/task.js';
import { deleteRows } from './handlers/write.js';
import type { CollectionIndex } from './index/collection-index.js';
import { parseFilter } from './query/filter.js';
import { Selection } from './query/selection.js';

/** As often as MongoDB looks. */
const EVERY_MS = 60_000;

/** Removes documents whose time is over, by the indexes with `expireAfterSeconds`. @returns what stops it */
export function startExpiry(database: Database): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= removeExpired(database, new Date())
      .catch((error: unknown) => database.log(`expired documents stay: ${toCommandError(error).message}`))
      .finally(() => {
        running = undefined;
      });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** One round over all collections. */
export async function removeExpired(database: Database, now: Date): Promise<void> {
  const task = new Task(undefined);
  for (const collection of database.catalogue.all())
    for (const index of collection.indexes)
      await task.inSlices(database.store, removeOlder(database, collection, index, now, task));
}

function* removeOlder(
  database: Database,
  collection: Collection,
  { fields: [field = ''], definition }: CollectionIndex,
  now: Date,
  task: Task,
): Generator<undefined, void> {
  const { expireAfterSeconds, building, name, partialFilterExpression } = definition;
  if (expireAfterSeconds === undefined || building || collection.dropped) return;
  const limit = new Date(now.getTime() - expireAfterSeconds * 1_000);
  const filter = parseFilter({ $and: [{ [field]: { $lt: limit } }, partialFilterExpression ?? {}] });
  yield* deleteRows(
    collection,
    new Selection(database, collection, { filter, hint: name }),
    task,
    () => undefined,
  );
}
