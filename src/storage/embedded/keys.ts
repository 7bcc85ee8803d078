import type { KeyRange } from './store.js';

/** First byte of every key: what the entry is. */
const SPACE = { catalogue: 1, document: 2, index: 3, garbage: 4, holder: 5 } as const;

/** Bytes of a record number at the end of an index entry and of a document's key. */
const RECORD_BYTES = 6;

/** Where the holder of the directory is written down. */
export const HOLDER_KEY = Buffer.from([SPACE.holder]);

export const CATALOGUE_RANGE = spaceRange(SPACE.catalogue);
export const GARBAGE_RANGE = spaceRange(SPACE.garbage);

/** `database.collection` → its definition and count. */
export function catalogueKey(namespace: string): Buffer {
  return Buffer.concat([Buffer.from([SPACE.catalogue]), Buffer.from(namespace)]);
}

/** (collection, record number) → the document's BSON. Record numbers ascend: this is the natural order. */
export function documentKey(collectionId: number, recordId: number): Buffer {
  return entryKey(numbered(SPACE.document, collectionId), recordId);
}

/** All documents of a collection. */
export function documentRange(collectionId: number): KeyRange {
  return { start: numbered(SPACE.document, collectionId), end: numbered(SPACE.document, collectionId + 1) };
}

/** What the keys of one index start with. */
export function indexPrefix(indexId: number): Buffer {
  return numbered(SPACE.index, indexId);
}

/** All entries of an index. */
export function indexRange(indexId: number): KeyRange {
  return { start: indexPrefix(indexId), end: indexPrefix(indexId + 1) };
}

/** Entries that belong to something dropped, still to be removed: the range's start; its end is the value. */
export function garbageKey(range: KeyRange): Buffer {
  return Buffer.concat([Buffer.from([SPACE.garbage]), range.start]);
}

/** A key with its record number behind it. */
export function entryKey(key: Buffer, recordId: number): Buffer {
  const bytes = Buffer.allocUnsafe(key.length + RECORD_BYTES);
  key.copy(bytes);
  bytes.writeUIntBE(recordId, key.length, RECORD_BYTES);
  return bytes;
}

export function recordBytes(recordId: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_BYTES);
  bytes.writeUIntBE(recordId, 0, RECORD_BYTES);
  return bytes;
}

/** The record number in the last bytes of a document's key, an index key or an index value. */
export function recordIdAtEnd(bytes: Buffer): number {
  return bytes.readUIntBE(bytes.length - RECORD_BYTES, RECORD_BYTES);
}

function numbered(space: number, id: number): Buffer {
  const bytes = Buffer.allocUnsafe(5);
  bytes[0] = space;
  bytes.writeUInt32BE(id, 1);
  return bytes;
}

function spaceRange(space: number): KeyRange {
  return { start: Buffer.from([space]), end: Buffer.from([space + 1]) };
}
