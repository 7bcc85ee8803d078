import type { Collection } from '../collection.js';
import type { Database } from '../database.js';
import type { Task } from '../handlers/task.js';
import { documentRange, recordIdAtEnd } from '../keys.js';
import { decodeStored } from '../values.js';
import type { CollectionIndex, NewIndex } from './collection-index.js';

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
  { store, catalogue }: Database,
  collection: Collection,
  wanted: NewIndex,
  task: Task,
): Promise<void> {
  // By name: a rolled back transaction makes the collection's index objects anew.
  const find = () => collection.indexes.find(({ definition }) => definition.name === wanted.name);

  const fill = function* (): Generator<undefined, void> {
    const range = documentRange(collection.id);
    let from = range.start;
    for (let count = 1; ; count = 1) {
      collection.refuseDropped();
      const index = find();
      if (!index) return;
      for (const { key, value } of store.entries({ start: from, end: range.end })) {
        indexOne(index, recordIdAtEnd(key), value);
        from = Buffer.concat([key, Buffer.from([0])]);
        count += 1;
        if (count > DOCUMENTS_AT_ONCE) break;
      }
      if (count <= DOCUMENTS_AT_ONCE) {
        index.definition = { ...index.definition, building: false };
        collection.setIndexes(collection.indexes);
        return;
      }
      if (task.isSliceOver()) yield;
    }
  };

  function indexOne(index: CollectionIndex, recordId: number, bytes: Buffer): void {
    const document = decodeStored(bytes);
    const keys = index.keysOf(document);
    index.refuseDuplicates(store, keys, recordId, document);
    for (const key of keys) index.add(store, key, recordId);
  }

  await store.write(() => catalogue.addIndex(collection, wanted, true));
  try {
    await task.inSlices(store, fill());
  } catch (error) {
    await store.write(() => {
      const index = find();
      if (index) catalogue.dropIndex(collection, index);
    });
    throw error;
  }
}
