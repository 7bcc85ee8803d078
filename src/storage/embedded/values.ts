import { Binary, BSONError, DBRef, Decimal128, Double, deserialize, Int32, Long, serialize } from 'bson';
import { typeName } from './bson-types.js';
import { CommandError } from './errors.js';

/** A document with every BSON type kept: numbers are Int32, Double, Long or Decimal128, never JavaScript's. */
export interface Doc {
  [field: string]: unknown;
}

/** Largest document, and largest message, that MongoDB takes. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
export const MAX_MESSAGE_BYTES = 48_000_000;
/** MongoDB's limit on documents or statements in one command. */
export const MAX_BATCH = 100_000;
/** What a field takes at least: type, name of one letter, end of name. */
const FIELD_BYTES = 3;
/** Deeper nesting is refused, as in MongoDB. */
const MAX_DEPTH = 180;

/** No value becomes a JavaScript one that could not become the same BSON again. */
const DECODING = { promoteValues: false, promoteBuffers: false, bsonRegExp: true } as const;

/** The name of the field by which the bson package knows a DBRef. */
const REFERENCE = Buffer.from('$ref\0');

/** Whether a value is an embedded document (not an array, not a BSON scalar). */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && typeName(value) === 'object';
}

/** A field of a document, `undefined` when it is missing. Never looks at the prototype. */
export function fieldOf(document: Doc, field: string): unknown {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

/** JavaScript number of a numeric value, `undefined` for any other type. Long and Decimal128 may be rounded. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  return undefined;
}

/** Reads BSON, keeping every type. @throws {CommandError} InvalidBSON */
export function decode(bytes: Buffer): Doc {
  const document = decodeStored(bytes);
  refuseDeepNesting(document, 0);
  return document;
}

/** Reads a document that this database wrote or checked itself. */
export function decodeStored(bytes: Buffer): Doc {
  try {
    const document = deserialize(bytes, DECODING);
    return bytes.includes(REFERENCE) ? (withoutReferences(document) as Doc) : document;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(22, `invalid BSON: ${reason}`);
  }
}

/** Writes BSON. @throws {CommandError} when it would be larger than 16 MB */
export function encode(document: Doc): Buffer {
  let bytes: Uint8Array;
  try {
    bytes = serialize(document, { ignoreUndefined: false, checkKeys: false });
  } catch (error) {
    if (error instanceof RangeError || error instanceof BSONError)
      throw new CommandError(10334, `the document cannot be stored: ${error.message}`);
    throw error;
  }
  refuseOversize(bytes.length);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Counts a document's bytes roughly, and no further than MongoDB's limit: a computed document may share its
 * parts, and be far larger written out than it is in memory.
 *
 * @throws {CommandError} BSONObjectTooLarge
 */
export function boundedSize(document: Doc): number {
  let bytes = 0;
  add(document);
  return bytes;

  function add(value: unknown): void {
    bytes += FIELD_BYTES + (typeof value === 'string' ? value.length : 0);
    refuseOversize(bytes);
    if (value instanceof Binary) bytes += value.length();
    else if (Array.isArray(value)) for (const element of value) add(element);
    else if (isDoc(value)) for (const field in value) add(value[field]);
  }
}

/** @throws {CommandError} BSONObjectTooLarge */
export function refuseOversize(bytes: number): void {
  if (bytes > MAX_DOCUMENT_BYTES)
    throw new CommandError(10334, `object too large: ${bytes} bytes, max size: ${MAX_DOCUMENT_BYTES}`);
}

/** Whether two values are the same to the byte: `$set` to such a value changes nothing. */
export function identicalValues(a: unknown, b: unknown): boolean {
  if (a === b || typeName(a) !== typeName(b)) return a === b;
  if (a instanceof Int32 || a instanceof Double) return Object.is(a.value, (b as Int32 | Double).value);
  return typeof a === 'object' && encode({ a }).equals(encode({ a: b }));
}

/** A whole number as MongoDB keeps it: int32 when it fits, else int64. */
export function wholeNumber(value: number): Int32 | Long {
  return value >= -0x80000000 && value <= 0x7fffffff ? new Int32(value) : Long.fromNumber(value);
}

/** The bson package makes objects of DBRef out of `{$ref, $id}`; to a database they are plain documents. */
function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (value instanceof DBRef) {
    const { collection, oid, db, fields } = value;
    const parts = { $ref: collection, $id: oid, ...(db === undefined ? {} : { $db: db }), ...fields };
    return withoutReferences(parts);
  }
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withoutReferences(inner)]));
}

function refuseDeepNesting(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw new CommandError(15, `a document is nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) for (const element of value) refuseDeepNesting(element, depth + 1);
  else if (isDoc(value)) for (const field in value) refuseDeepNesting(value[field], depth + 1);
}
