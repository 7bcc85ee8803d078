import { duplicateKey } from '../errors.js';
import { entryKey, indexPrefix, recordBytes, recordIdAtEnd } from '../keys.js';
import { compileFilter } from '../query/matcher.js';
import { type Condition, parseFilter } from '../query/parse.js';
import type { Store } from '../store.js';
import { type Doc, toNumber } from '../values.js';
import { keyTuples } from './document-keys.js';
import { type Direction, encodeKey, KEY_PREFIX_BYTES, shortenKey } from './key-encoding.js';

/** What the catalogue keeps of an index. */
export interface IndexDefinition {
  readonly id: number;
  readonly name: string;
  /** As the client wrote it: field → 1 or -1 */
  readonly key: Doc;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilterExpression?: Doc | undefined;
  readonly expireAfterSeconds?: number | undefined;
  /** For each field whether a document ever had an array on its way. Never taken back. */
  readonly viaArray: readonly boolean[];
  /** A key was ever longer than what the index keeps in order. Never taken back. */
  readonly hasLongKeys: boolean;
  /** Being filled; the planner does not see it yet. */
  readonly building: boolean;
}

const EMPTY = Buffer.alloc(0);

/**
 * One index. An entry is prefix + encoded values + record number → nothing; in a unique index prefix +
 * encoded values → record number, so that a second one has no place.
 */
export class CollectionIndex {
  readonly fields: readonly string[];
  readonly directions: readonly Direction[];
  readonly prefix: Buffer;
  /** What documents of a partial index fulfil. */
  readonly partial: Condition | undefined;
  private readonly paths: readonly (readonly string[])[];
  private readonly includes: (document: Doc) => boolean;

  constructor(
    readonly namespace: string,
    public definition: IndexDefinition,
  ) {
    this.fields = Object.keys(definition.key);
    this.directions = this.fields.map((field) => ((toNumber(definition.key[field]) ?? 1) < 0 ? -1 : 1));
    this.paths = this.fields.map((field) => field.split('.'));
    this.prefix = indexPrefix(definition.id);
    this.partial = definition.partialFilterExpression && parseFilter(definition.partialFilterExpression);
    this.includes = this.partial ? compileFilter(this.partial) : () => true;
  }

  get isMultikey(): boolean {
    return this.definition.viaArray.includes(true);
  }

  /** Whether a change of these top-level fields can change the index's keys. */
  isTouchedBy(fields: ReadonlySet<string>): boolean {
    if (this.partial) return true;
    return this.paths.some(([first]) => first !== undefined && fields.has(first));
  }

  /** The document's keys, without record number. Widens the definition when it must. */
  keysOf(document: Doc): Buffer[] {
    if (!this.includes(document)) return [];
    const { tuples, viaArray, missing } = keyTuples(document, this.paths);
    if (this.definition.sparse && missing.every(Boolean)) return [];
    const keys = tuples.map((tuple) => encodeKey(tuple, this.directions, this.prefix));
    const kept = this.prefix.length + KEY_PREFIX_BYTES;
    this.widen(
      viaArray,
      keys.some((key) => key.length > kept),
    );
    return distinct(keys.map((key) => shortenKey(key, this.prefix.length)));
  }

  /** @throws {CommandError} DuplicateKey when another record has one of these keys */
  refuseDuplicates(store: Store, keys: readonly Buffer[], recordId: number, document: Doc): void {
    if (!this.definition.unique) return;
    for (const key of keys) {
      const holder = store.get(key);
      if (holder && recordIdAtEnd(holder) !== recordId) throw this.duplicate(document, key);
    }
  }

  add(store: Store, key: Buffer, recordId: number): void {
    if (this.definition.unique) store.put(key, recordBytes(recordId));
    else store.put(entryKey(key, recordId), EMPTY);
  }

  remove(store: Store, key: Buffer, recordId: number): void {
    if (!this.definition.unique) {
      store.remove(entryKey(key, recordId));
      return;
    }
    // While a unique index is being built, a key may already be another record's.
    const holder = store.get(key);
    if (holder && recordIdAtEnd(holder) === recordId) store.remove(key);
  }

  private duplicate(document: Doc, key: Buffer): Error {
    const { tuples } = keyTuples(document, this.paths);
    const at = tuples.find((tuple) =>
      shortenKey(encodeKey(tuple, this.directions, this.prefix), this.prefix.length).equals(key),
    );
    const keyValue = Object.fromEntries(this.fields.map((field, i) => [field, at?.[i] ?? null]));
    return duplicateKey(this.namespace, this.definition.name, this.definition.key, keyValue);
  }

  private widen(viaArray: readonly boolean[], isLong: boolean): void {
    const known = this.definition;
    const isNews = (isLong && !known.hasLongKeys) || viaArray.some((via, i) => via && !known.viaArray[i]);
    if (!isNews) return;
    const merged = known.viaArray.map((seen, i) => seen || viaArray[i] === true);
    this.definition = { ...known, viaArray: merged, hasLongKeys: known.hasLongKeys || isLong };
  }
}

/** Elements of an array that are equal give one key. */
function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length === 1) return keys;
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}
