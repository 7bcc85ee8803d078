import { Collection, type CollectionDefinition } from './collection.js';
import { CommandError } from './errors.js';
import { CollectionIndex, type IndexDefinition } from './index/collection-index.js';
import { CATALOGUE_RANGE, catalogueKey, countKey, documentRange, indexRange } from './keys.js';
import type { Store } from './store.js';
import type { Sweeper } from './sweeper.js';
import { type Doc, decodeStored, toNumber } from './values.js';

/** What a client says of an index it wants. */
export interface NewIndex {
  readonly name: string;
  readonly key: Doc;
  readonly unique?: boolean | undefined;
  readonly sparse?: boolean | undefined;
  readonly partialFilterExpression?: Doc | undefined;
  readonly expireAfterSeconds?: number | undefined;
}

const ID_INDEX: NewIndex = { name: '_id_', key: { _id: 1 }, unique: true };
/** MongoDB's limits on names. */
const MAX_NAMESPACE_BYTES = 255;
const MAX_DATABASE_BYTES = 63;

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
    for (const collection of this.collections.values())
      for (const index of collection.indexes)
        if (index.definition.building) this.dropIndex(collection, index);
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  all(): Iterable<Collection> {
    return this.collections.values();
  }

  inDatabase(database: string): Collection[] {
    return [...this.collections.values()].filter((collection) => collection.database === database);
  }

  /** Only inside `store.write`. @throws {CommandError} InvalidNamespace */
  findOrCreate(namespace: string): Collection {
    const known = this.find(namespace);
    if (known) return known;
    refuseBadNamespace(namespace);
    const created = new Collection(this.store, namespace, { id: this.takeId(), indexes: [] });
    this.collections.set(namespace, created);
    created.indexes = [this.newIndex(created, ID_INDEX, false)];
    created.saveDefinition();
    return created;
  }

  /** Only inside `store.write`. The entries go in the background. */
  drop(collection: Collection): void {
    collection.dropped = true;
    this.collections.delete(collection.namespace);
    this.store.remove(catalogueKey(collection.namespace));
    this.store.remove(countKey(collection.id));
    this.sweeper.discard(documentRange(collection.id));
    for (const { definition } of collection.indexes) this.sweeper.discard(indexRange(definition.id));
  }

  /** Only inside `store.write`. */
  addIndex(collection: Collection, wanted: NewIndex, building: boolean): CollectionIndex {
    const index = this.newIndex(collection, wanted, building);
    collection.indexes = [...collection.indexes, index];
    return index;
  }

  /** Only inside `store.write`. */
  dropIndex(collection: Collection, index: CollectionIndex): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.sweeper.discard(indexRange(index.definition.id));
  }

  /** Writes counts and definitions that changed in this transaction. */
  saveState(): void {
    for (const collection of this.collections.values()) collection.saveState();
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
      const ids = [definition.id, ...definition.indexes.map(({ id }) => id)];
      this.nextId = Math.max(this.nextId, this.sweeper.highestId() + 1, ...ids.map((id) => id + 1));
    }
  }

  private newIndex(collection: Collection, wanted: NewIndex, building: boolean): CollectionIndex {
    const definition: IndexDefinition = {
      ...wanted,
      id: this.takeId(),
      sparse: wanted.sparse ?? false,
      unique: wanted.unique ?? false,
      viaArray: Object.keys(wanted.key).map(() => false),
      hasLongKeys: false,
      building,
    };
    return new CollectionIndex(collection.namespace, definition);
  }

  private takeId(): number {
    this.nextId += 1;
    return this.nextId - 1;
  }
}

function refuseBadNamespace(namespace: string): void {
  const dot = namespace.indexOf('.');
  const name = namespace.slice(dot + 1);
  const bad =
    /[/\\. "$\0]/.test(namespace.slice(0, dot)) ||
    dot < 1 ||
    dot > MAX_DATABASE_BYTES ||
    name === '' ||
    name.startsWith('.') ||
    name.startsWith('system.') ||
    /[$\0]/.test(name) ||
    Buffer.byteLength(namespace) > MAX_NAMESPACE_BYTES;
  if (bad) throw new CommandError(73, `Invalid namespace specified '${namespace}'`);
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
  return { id: toNumber(stored.id) ?? 0, indexes };
}
