import { CommandError } from './errors.js';
import { CollectionIndex, type IndexDefinition } from './index/collection-index.js';
import { catalogueKey, documentKey, documentRange, recordIdAtEnd } from './keys.js';
import { RecentVersions, type Version } from './recent-versions.js';
import type { Store } from './store.js';
import { type Doc, encode, wholeNumber } from './values.js';

/** What the catalogue keeps of a collection. */
export interface CollectionDefinition {
  readonly id: number;
  /** How many documents there are */
  readonly count: number;
  readonly indexes: readonly IndexDefinition[];
}

/** Documents in the order of their record numbers, and the indexes over them. Changed only inside `Store.write`. */
export class Collection {
  readonly id: number;
  indexes: readonly CollectionIndex[] = [];
  count = 0;
  /** Dropped while somebody still works with it. */
  dropped = false;
  /** Something changed in this transaction. */
  private changed = false;
  private nextRecordId: number;
  private readonly recent = new RecentVersions();
  private lastBuild: Promise<unknown> = Promise.resolve();

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
  restore({ indexes, count }: CollectionDefinition): void {
    this.indexes = indexes.map((index) => new CollectionIndex(this.namespace, index));
    this.count = count;
    this.changed = false;
    this.dropped = false;
    this.recent.clear();
  }

  setIndexes(indexes: readonly CollectionIndex[]): void {
    this.indexes = indexes;
    this.changed = true;
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

  /** A document that was changed a moment ago; others have to be read. */
  recentVersion(recordId: number): Version | undefined {
    return this.recent.get(recordId);
  }

  /** Adds a document. @throws {CommandError} DuplicateKey, before anything is written */
  insert(bytes: Buffer, document: Doc): void {
    const recordId = this.nextRecordId;
    const entries = this.indexes.map((index) => ({ index, keys: index.keysOf(document) }));
    for (const { index, keys } of entries) index.refuseDuplicates(this.store, keys, recordId, document);
    this.nextRecordId += 1;
    this.store.put(documentKey(this.id, recordId), bytes);
    for (const { index, keys } of entries) for (const key of keys) index.add(this.store, key, recordId);
    this.count += 1;
    this.changed = true;
  }

  /** Puts a new version in the place of a document. @throws {CommandError} before anything is written */
  replace(recordId: number, before: Doc, after: Doc): void {
    const bytes = encode(after);
    const touched = this.indexes.filter((index) => index.tellsApart(before, after));
    const entries = touched.map((index) => ({ index, old: index.keysOf(before), now: index.keysOf(after) }));
    for (const { index, now } of entries) index.refuseDuplicates(this.store, now, recordId, after);
    for (const { index, old, now } of entries) {
      for (const key of old) if (!includesKey(now, key)) index.remove(this.store, key, recordId);
      for (const key of now) if (!includesKey(old, key)) index.add(this.store, key, recordId);
    }
    this.store.put(documentKey(this.id, recordId), bytes);
    this.recent.set(recordId, { bytes, document: after });
    this.changed = true;
  }

  remove(recordId: number, document: Doc): void {
    for (const index of this.indexes)
      for (const key of index.keysOf(document)) index.remove(this.store, key, recordId);
    this.store.remove(documentKey(this.id, recordId));
    this.recent.delete(recordId);
    this.count -= 1;
    this.changed = true;
  }

  /** Writes count and indexes, in the transaction of what changed them. */
  save(): void {
    if (!this.changed || this.dropped) return;
    const indexes = this.indexes.map(({ definition }) => definition);
    const stored = { id: wholeNumber(this.id), count: wholeNumber(this.count), indexes };
    this.store.put(catalogueKey(this.namespace), encode(stored));
    this.changed = false;
  }
}

function includesKey(keys: readonly Buffer[], key: Buffer): boolean {
  return keys.some((other) => other.equals(key));
}
