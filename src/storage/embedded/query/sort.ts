import { CommandError, unsupported } from '../errors.js';
import { keyTuples } from '../index/document-keys.js';
import { type Direction, encodeKey } from '../index/key-encoding.js';
import { type Doc, isDoc, toNumber } from '../values.js';
import { splitPath } from './paths.js';

/** A sort: paths and directions, most significant first. */
export interface SortOrder {
  readonly fields: readonly string[];
  readonly directions: readonly Direction[];
}

/** MongoDB's limit for what a sort or a group keeps in memory. This database does not sort on disk. */
export const MAX_MEMORY_BYTES = 100 * 1024 * 1024;

/** @throws {CommandError} for directions that are not 1 or -1, and `$meta` */
export function parseSort(sort: unknown): SortOrder | undefined {
  if (sort === undefined || sort === null) return undefined;
  if (!isDoc(sort)) throw new CommandError(14, 'Expected field sort to be of type object');
  const fields = Object.keys(sort);
  if (fields.length === 0) return undefined;
  if (fields.length > 32) throw new CommandError(13103, 'too many sort fields, at most 32 are allowed');
  return { fields, directions: fields.map((field) => parseDirection(field, sort[field])) };
}

/**
 * Bytes whose order is the sort's order: by index keys, so that a sort in memory and an index never disagree.
 * An array counts with its smallest element, descending with its largest.
 */
export function sortKeyMaker({ fields, directions }: SortOrder): (document: Doc) => Buffer {
  const paths = fields.map(splitPath);
  return (document) => {
    const keys = keyTuples(document, paths).tuples.map((tuple) => encodeKey(tuple, directions));
    return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
  };
}

interface Keyed<T> {
  readonly key: Buffer;
  readonly item: T;
  readonly bytes: number;
}

/** Keeps the first `limit` items in order, within the memory limit. Equal keys keep their order of arrival. */
export class Sorter<T> {
  private kept: Keyed<T>[] = [];
  private bytes = 0;
  private sorted = true;

  /** @param limit how many will be taken; infinite: all */
  constructor(private readonly limit: number) {}

  /** @throws {CommandError} QueryExceededMemoryLimitNoDiskUseAllowed */
  add(key: Buffer, item: T, itemBytes: number): void {
    const bytes = key.length + itemBytes;
    this.kept.push({ key, item, bytes });
    this.bytes += bytes;
    this.sorted = false;
    if (this.kept.length >= Math.max(1_000, this.limit * 2)) this.trim();
    if (this.bytes > MAX_MEMORY_BYTES) this.trim();
    if (this.bytes > MAX_MEMORY_BYTES)
      throw new CommandError(
        292,
        `Sort exceeded memory limit of ${MAX_MEMORY_BYTES} bytes, and the embedded database does not sort on disk`,
      );
  }

  /** The items in order. */
  items(): T[] {
    this.trim();
    return this.kept.map(({ item }) => item);
  }

  private trim(): void {
    if (!this.sorted) this.kept.sort((a, b) => Buffer.compare(a.key, b.key));
    this.sorted = true;
    if (this.kept.length <= this.limit) return;
    this.kept.length = this.limit;
    this.bytes = this.kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

function parseDirection(field: string, value: unknown): Direction {
  if (isDoc(value)) throw unsupported('sorting by $meta');
  const direction = toNumber(value);
  if (direction !== 1 && direction !== -1)
    throw new CommandError(
      15975,
      `$sort key ordering must be 1 (for ascending) or -1 (for descending), at '${field}'`,
    );
  return direction;
}
