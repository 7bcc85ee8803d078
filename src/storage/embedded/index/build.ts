import type { NewIndex } from '../catalogue.js';
import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import type { Task } from '../handlers/task.js';
import { documentRange, recordIdAtEnd } from '../keys.js';
import { decodeStored } from '../values.js';
import type { CollectionIndex } from './collection-index.js';

/** Documents indexed between two looks at the clock. */
const DOCUMENTS_AT_ONCE = 100;

/**
 * Adds an index to a collection that may be large and in use: writers keep it up to date from the first
 * moment, what was there before is added a slice at a time, and only then the planner sees it. An index that
 * a crash left half built is removed at the next start.
 *
 * @throws {CommandError} DuplicateKey; the index is then gone again
 */
export async function buildIndex(
  database: Database,
  collection: Collection,
  wanted: NewIndex,
  task: Task,
): Promise<void> {
  const { store, catalogue } = database;
  const name = await store.write(() => catalogue.addIndex(collection, wanted, true).definition.name);
  try {
    await task.inSlices(store, fill(database, collection, name, task));
  } catch (error) {
    await store.write(() => {
      const index = find(collection, name);
      if (index) catalogue.dropIndex(collection, index);
    });
    throw error;
  }
}

function* fill(
  database: Database,
  collection: Collection,
  name: string,
  task: Task,
): Generator<undefined, void> {
  const { start, end } = documentRange(collection.id);
  let from = start;
  for (;;) {
    collection.refuseDropped();
    const entries = take(database.store.entries({ start: from, end }), DOCUMENTS_AT_ONCE);
    const last = entries.at(-1);
    const index = find(collection, name);
    if (!index) return;
    for (const { key, value } of entries) {
      const document = decodeStored(value);
      const recordId = recordIdAtEnd(key);
      const keys = index.keysOf(document);
      index.refuseDuplicates(database.store, keys, recordId, document);
      for (const indexKey of keys) index.add(database.store, indexKey, recordId);
    }
    if (!last || entries.length < DOCUMENTS_AT_ONCE) {
      index.definition = { ...index.definition, building: false };
      return;
    }
    from = Buffer.concat([last.key, Buffer.from([0])]);
    if (task.isSliceOver()) yield;
  }
}

/** By name: a rolled back transaction makes the collection's index objects anew. */
function find(collection: Collection, name: string): CollectionIndex | undefined {
  return collection.indexes.find(({ definition }) => definition.name === name);
}

function take<T>(items: Iterable<T>, max: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === max) break;
  }
  return taken;
}
