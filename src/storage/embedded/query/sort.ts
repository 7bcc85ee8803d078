import { CommandError, unsupported } from '../errors.js';
import { keyTuples } from '../index/document-keys.js';
import { type Direction, encodeKey } from '../order.js';
import { type Doc, isDoc, toNumber } from '../values.js';
import { splitPath } from './paths.js';

/** A sort: paths and directions, most significant first. */
export interface SortOrder {
  readonly fields: readonly string[];
  readonly directions: readonly Direction[];
}

/** MongoDB's limit for what a sort or a group keeps in memory. This database does not sort on disk. */
export const MAX_MEMORY_BYTES = 100 * 1024 * 1024;
/** Bookkeeping of one item, and what a small document takes in memory more than in BSON. */
const ITEM_BYTES = 200;
const MAX_FIELDS = 32;
/** A sort that only its first few are wanted of throws the others away when it has gathered so many. */
const TRIM_AT = 1_000;

/** @throws {CommandError} for directions that are not 1 or -1, and `$meta` */
export function parseSort(sort: unknown): SortOrder | undefined {
  if (sort === undefined || sort === null) return undefined;
  if (!isDoc(sort)) throw new CommandError(14, 'Expected field sort to be of type object');
  const fields = Object.keys(sort);
  if (fields.length === 0) return undefined;
  if (fields.length > MAX_FIELDS) throw new CommandError(13103, `more than ${MAX_FIELDS} sort fields`);
  return { fields, directions: fields.map((field) => parseDirection(field, sort[field])) };
}

function parseDirection(field: string, value: unknown): Direction {
  if (isDoc(value)) throw unsupported('sorting by $meta');
  const direction = toNumber(value);
  if (direction === 1 || direction === -1) return direction;
  throw new CommandError(15975, `$sort key ordering must be 1 or -1, at '${field}'`);
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

/** Keeps the first items in order, within the memory limit. Equal keys keep their order of arrival. */
export class Sorter<T> {
  private kept: { readonly key: Buffer; readonly item: T; readonly bytes: number }[] = [];
  private bytes = 0;

  /** @param limit how many will be taken; infinite: all */
  constructor(private readonly limit: number) {}

  /** @throws {CommandError} QueryExceededMemoryLimitNoDiskUseAllowed */
  add(key: Buffer, item: T, itemBytes: number): void {
    const bytes = ITEM_BYTES + key.length + itemBytes;
    this.kept.push({ key, item, bytes });
    this.bytes += bytes;
    if (this.kept.length >= Math.max(TRIM_AT, this.limit * 2)) this.trim();
    if (this.bytes > MAX_MEMORY_BYTES)
      throw new CommandError(
        292,
        `Sort exceeded memory limit of ${MAX_MEMORY_BYTES} bytes, and cannot use the disk`,
      );
  }

  /** The items in order. */
  items(): T[] {
    this.trim();
    return this.kept.map(({ item }) => item);
  }

  private trim(): void {
    this.kept.sort((a, b) => Buffer.compare(a.key, b.key));
    if (this.kept.length <= this.limit) return;
    this.kept.length = this.limit;
    this.bytes = this.kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
