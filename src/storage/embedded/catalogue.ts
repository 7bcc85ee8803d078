import { Collection, type CollectionDefinition } from './collection.js';
import { CommandError } from './errors.js';
import { CollectionIndex, type IndexDefinition, type NewIndex } from './index/collection-index.js';
import { CATALOGUE_RANGE, catalogueKey, documentRange, indexRange } from './keys.js';
import type { Store } from './store.js';
import type { Sweeper } from './sweeper.js';
import { type Doc, decodeStored, toNumber } from './values.js';

const ID_INDEX: NewIndex = { name: '_id_', key: { _id: 1 }, unique: true };
/** MongoDB's limit on a name, and what it takes as one. */
const MAX_NAMESPACE_BYTES = 255;
const NAMESPACE = /^[^/\\. "$\0]{1,63}\.(?!\.|system\.)[^$\0]+$/;

/** All collections, by `database.collection`; kept in memory, written with the changes they describe. */
export class Catalogue {
  private readonly collections = new Map<string, Collection>();
  private nextId = 1;

  constructor(
    private readonly store: Store,
    private readonly sweeper: Sweeper,
  ) {
    this.reload();
  }

  /** Only inside `store.write`: removes indexes that a crash left half built. */
  dropUnfinishedIndexes(): void {
    for (const collection of this.all())
      for (const index of collection.indexes)
        if (index.definition.building) this.dropIndex(collection, index);
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  all(): readonly Collection[] {
    return [...this.collections.values()];
  }

  inDatabase(database: string): Collection[] {
    return this.all().filter((collection) => collection.database === database);
  }

  /** Only inside `store.write`. @throws {CommandError} InvalidNamespace */
  findOrCreate(namespace: string): Collection {
    const known = this.find(namespace);
    if (known) return known;
    if (!NAMESPACE.test(namespace) || Buffer.byteLength(namespace) > MAX_NAMESPACE_BYTES)
      throw new CommandError(73, `Invalid namespace specified '${namespace}'`);
    const created = new Collection(this.store, namespace, { id: this.takeId(), count: 0, indexes: [] });
    this.collections.set(namespace, created);
    this.addIndex(created, ID_INDEX, false);
    return created;
  }

  /** Only inside `store.write`. The entries go in the background. */
  drop(collection: Collection): void {
    collection.dropped = true;
    this.collections.delete(collection.namespace);
    this.store.remove(catalogueKey(collection.namespace));
    this.sweeper.discard(documentRange(collection.id));
    for (const { definition } of collection.indexes) this.sweeper.discard(indexRange(definition.id));
  }

  /** Only inside `store.write`. */
  addIndex(collection: Collection, wanted: NewIndex, building: boolean): CollectionIndex {
    const viaArray = Object.keys(wanted.key).map(() => false);
    const definition: IndexDefinition = {
      ...wanted,
      id: this.takeId(),
      viaArray,
      hasLongKeys: false,
      building,
    };
    const index = new CollectionIndex(collection.namespace, definition);
    collection.setIndexes([...collection.indexes, index]);
    return index;
  }

  /** Only inside `store.write`. */
  dropIndex(collection: Collection, index: CollectionIndex): void {
    collection.setIndexes(collection.indexes.filter((other) => other !== index));
    this.sweeper.discard(indexRange(index.definition.id));
  }

  /** Writes counts and definitions that changed in this transaction. */
  save(): void {
    for (const collection of this.collections.values()) collection.save();
  }

  /** Takes over what is stored: at the start, and after a transaction was rolled back. */
  reload(): void {
    const stored = new Map<string, CollectionDefinition>();
    for (const { key, value } of this.store.entries(CATALOGUE_RANGE))
      stored.set(key.subarray(1).toString(), toDefinition(decodeStored(value)));
    for (const namespace of this.collections.keys())
      if (!stored.has(namespace)) this.collections.delete(namespace);
    for (const [namespace, definition] of stored) {
      const known = this.collections.get(namespace);
      if (known?.id === definition.id) known.restore(definition);
      else this.collections.set(namespace, new Collection(this.store, namespace, definition));
    }
    const ids = [...stored.values()].flatMap(({ id, indexes }) => [id, ...indexes.map((index) => index.id)]);
    this.nextId = 1 + Math.max(this.nextId - 1, this.sweeper.highestId(), ...ids);
  }

  private takeId(): number {
    this.nextId += 1;
    return this.nextId - 1;
  }
}

function toDefinition(stored: Doc): CollectionDefinition {
  const indexes = (stored.indexes as Doc[]).map(
    (index): IndexDefinition => ({
      id: toNumber(index.id) ?? 0,
      name: String(index.name),
      key: index.key as Doc,
      unique: index.unique === true,
      sparse: index.sparse === true,
      partialFilterExpression: (index.partialFilterExpression ?? undefined) as Doc | undefined,
      expireAfterSeconds: toNumber(index.expireAfterSeconds),
      viaArray: index.viaArray as boolean[],
      hasLongKeys: index.hasLongKeys === true,
      building: index.building === true,
    }),
  );
  return { id: toNumber(stored.id) ?? 0, count: toNumber(stored.count) ?? 0, indexes };
}
