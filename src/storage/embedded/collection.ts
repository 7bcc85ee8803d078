import { CommandError } from './errors.js';
import { CollectionIndex, type IndexDefinition } from './index/collection-index.js';
import { catalogueKey, countKey, documentKey, documentRange, recordIdAtEnd } from './keys.js';
import type { Store } from './store.js';
import { type Doc, encode, wholeNumber } from './values.js';

/** What the catalogue keeps of a collection. */
export interface CollectionDefinition {
  readonly id: number;
  readonly indexes: readonly IndexDefinition[];
}

/** Keys of one index that a document had before it was changed. */
export interface KeysBefore {
  readonly index: CollectionIndex;
  readonly old: readonly Buffer[];
}

/** Documents in the order of their record numbers, and the indexes over them. */
export class Collection {
  readonly id: number;
  indexes: readonly CollectionIndex[] = [];
  /** How many documents there are. */
  count = 0;
  /** Dropped while somebody still works with it. */
  dropped = false;
  private nextRecordId: number;
  private countChanged = false;
  private lastBuild: Promise<unknown> = Promise.resolve();
  private savedIndexes: readonly IndexDefinition[] = [];

  constructor(
    private readonly store: Store,
    readonly namespace: string,
    definition: CollectionDefinition,
  ) {
    this.id = definition.id;
    this.restore(definition);
    const [last] = store.entries(documentRange(this.id), true);
    this.nextRecordId = last ? recordIdAtEnd(last.key) + 1 : 1;
  }

  get database(): string {
    return this.namespace.slice(0, this.namespace.indexOf('.'));
  }

  get name(): string {
    return this.namespace.slice(this.namespace.indexOf('.') + 1);
  }

  /** Takes over what the catalogue says, at the start and after a transaction was rolled back. */
  restore(definition: CollectionDefinition): void {
    this.indexes = definition.indexes.map((index) => new CollectionIndex(this.namespace, index));
    this.savedIndexes = definition.indexes;
    this.count = this.store.get(countKey(this.id))?.readUIntBE(0, 6) ?? 0;
    this.countChanged = false;
    this.dropped = false;
  }

  /** Runs builds of indexes one after the other: who asks for an index that is being built waits for it. */
  oneBuildAtATime<T>(build: () => Promise<T>): Promise<T> {
    const result = this.lastBuild.then(build);
    this.lastBuild = result.catch(() => undefined);
    return result;
  }

  /** @throws {CommandError} when the collection went away under a long command */
  refuseDropped(): void {
    if (this.dropped) throw new CommandError(175, `collection dropped: ${this.namespace}`);
  }

  read(recordId: number): Buffer | undefined {
    return this.store.get(documentKey(this.id, recordId));
  }

  /** Adds a document. @throws {CommandError} DuplicateKey, before anything is written */
  insert(bytes: Buffer, document: Doc): void {
    const recordId = this.nextRecordId;
    const keys = this.indexes.map((index) => index.keysOf(document));
    for (const [i, index] of this.indexes.entries())
      index.refuseDuplicates(this.store, keys[i] ?? [], recordId, document);
    this.nextRecordId += 1;
    this.store.put(documentKey(this.id, recordId), bytes);
    for (const [i, index] of this.indexes.entries())
      for (const key of keys[i] ?? []) index.add(this.store, key, recordId);
    this.count += 1;
    this.countChanged = true;
  }

  /**
   * The keys a stored document has in the indexes that a change may touch; taken before the document is
   * changed in place.
   *
   * @param changed top-level fields that may differ; undefined: any
   */
  keysBefore(document: Doc, changed: ReadonlySet<string> | undefined): KeysBefore[] {
    const touched = changed ? this.indexes.filter((index) => index.isTouchedBy(changed)) : this.indexes;
    return touched.map((index) => ({ index, old: index.keysOf(document) }));
  }

  /** Puts a new version in the place of a document. @throws {CommandError} before anything is written */
  replace(recordId: number, before: readonly KeysBefore[], after: Doc): void {
    const bytes = encode(after);
    const changes = before.map(({ index, old }) => ({ index, old, now: index.keysOf(after) }));
    for (const { index, now } of changes) index.refuseDuplicates(this.store, now, recordId, after);
    for (const { index, old, now } of changes) {
      for (const key of old) if (!includesKey(now, key)) index.remove(this.store, key, recordId);
      for (const key of now)
        if (!includesKey(old, key) || index.definition.building) index.add(this.store, key, recordId);
    }
    this.store.put(documentKey(this.id, recordId), bytes);
  }

  remove(recordId: number, document: Doc): void {
    for (const index of this.indexes)
      for (const key of index.keysOf(document)) index.remove(this.store, key, recordId);
    this.store.remove(documentKey(this.id, recordId));
    this.count -= 1;
    this.countChanged = true;
  }

  /** Writes what changed besides the documents; runs in the transaction of the change. */
  saveState(): void {
    if (this.dropped) return;
    if (this.countChanged) {
      const bytes = Buffer.allocUnsafe(6);
      bytes.writeUIntBE(this.count, 0, 6);
      this.store.put(countKey(this.id), bytes);
      this.countChanged = false;
    }
    const current = this.indexes.map(({ definition }) => definition);
    const same =
      current.length === this.savedIndexes.length && current.every((one, i) => one === this.savedIndexes[i]);
    if (!same) this.saveDefinition();
  }

  /** Writes the collection's definition into the catalogue. */
  saveDefinition(): void {
    const indexes = this.indexes.map(({ definition }) => definition);
    const stored = { id: wholeNumber(this.id), indexes };
    this.store.put(catalogueKey(this.namespace), encode(stored));
    this.savedIndexes = indexes;
  }
}

function includesKey(keys: readonly Buffer[], key: Buffer): boolean {
  return keys.some((other) => other.equals(key));
}
