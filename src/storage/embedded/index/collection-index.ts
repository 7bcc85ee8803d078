import { createHash } from 'node:crypto';
import { CommandError } from '../errors.js';
import { entryKey, indexPrefix, recordBytes, recordIdAtEnd } from '../keys.js';
import { type Direction, encodeKey } from '../order.js';
import { type Condition, compileFilter, parseFilter, pathsOf } from '../query/filter.js';
import type { Store } from '../store.js';
import { type Doc, fieldOf, toNumber } from '../values.js';
import { keyTuples } from './document-keys.js';

/** What a client says of an index it wants. */
export interface NewIndex {
  readonly name: string;
  /** Field → 1 or -1 */
  readonly key: Doc;
  readonly unique?: boolean | undefined;
  readonly sparse?: boolean | undefined;
  readonly partialFilterExpression?: Doc | undefined;
  readonly expireAfterSeconds?: number | undefined;
}

/** What the catalogue keeps of an index. */
export interface IndexDefinition extends NewIndex {
  readonly id: number;
  /** For each field whether a document ever had an array on its way. Never taken back. */
  readonly viaArray: readonly boolean[];
  /** A key was ever longer than what the index keeps in order. Never taken back. */
  readonly hasLongKeys: boolean;
  /** Being filled; the planner does not see it yet. */
  readonly building: boolean;
}

/** Longer keys keep this many bytes and a hash of the whole; LMDB's own limit is 1,978. */
export const MAX_KEY_BYTES = 900;
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
  /** Top-level fields on which a document's keys depend */
  private readonly decisive: readonly string[];
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
    const asked = [...this.fields, ...(this.partial ? pathsOf(this.partial) : [])];
    this.decisive = [...new Set(asked.map((path) => path.split('.')[0] ?? ''))];
    this.includes = this.partial ? compileFilter(this.partial) : () => true;
  }

  get isMultikey(): boolean {
    return this.definition.viaArray.includes(true);
  }

  /** Whether two versions of a document may have different keys. */
  tellsApart(before: Doc, after: Doc): boolean {
    return this.decisive.some((field) => fieldOf(before, field) !== fieldOf(after, field));
  }

  /** The document's keys, without record number. Widens the definition when it must. */
  keysOf(document: Doc): Buffer[] {
    if (!this.includes(document)) return [];
    const { tuples, viaArray, allMissing } = keyTuples(document, this.paths);
    if (this.definition.sparse && allMissing) return [];
    const keys = tuples.map((tuple) => this.keyOf(tuple));
    this.widen(viaArray, keys.some(isLongKey));
    // Elements of an array that are equal give one key.
    return keys.length === 1 ? keys : [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
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

  /** A key as the index keeps it: equal for equal values, ordered only within its first bytes. */
  private keyOf(tuple: readonly unknown[]): Buffer {
    const key = encodeKey(tuple, this.directions, this.prefix);
    if (!isLongKey(key)) return key;
    return Buffer.concat([key.subarray(0, MAX_KEY_BYTES), createHash('sha256').update(key).digest()]);
  }

  private duplicate(document: Doc, key: Buffer): CommandError {
    const { name, key: keyPattern } = this.definition;
    const at = keyTuples(document, this.paths).tuples.find((tuple) => this.keyOf(tuple).equals(key));
    const keyValue = Object.fromEntries(this.fields.map((field, i) => [field, at?.[i] ?? null]));
    const shown = Object.entries(keyValue).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
    const dupKey = `{ ${shown.join(', ')} }`;
    const message = `E11000 duplicate key error collection: ${this.namespace} index: ${name} dup key: ${dupKey}`;
    return new CommandError(11000, message, { keyPattern, keyValue });
  }

  private widen(viaArray: readonly boolean[], isLong: boolean): void {
    const known = this.definition;
    const isNews = (isLong && !known.hasLongKeys) || viaArray.some((via, i) => via && !known.viaArray[i]);
    if (!isNews) return;
    const merged = known.viaArray.map((seen, i) => seen || viaArray[i] === true);
    this.definition = { ...known, viaArray: merged, hasLongKeys: known.hasLongKeys || isLong };
  }
}

/** Whether the index keeps only the beginning of such a key. */
function isLongKey(key: Buffer): boolean {
  return key.length > MAX_KEY_BYTES;
}
