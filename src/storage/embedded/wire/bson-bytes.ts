import { Long } from 'bson';
import { encode } from '../values.js';

/** BSON's codes of the two types that hold others. */
const DOCUMENT = 3;
const ARRAY = 4;
const LENGTH_BYTES = 4;

/** The fields of two BSON documents in one, none of them decoded. */
export function joinDocuments(front: Buffer, rest: Buffer): Buffer {
  const joined = Buffer.concat([front.subarray(0, -1), rest.subarray(LENGTH_BYTES)]);
  joined.writeInt32LE(joined.length, 0);
  return joined;
}

/**
 * `{ cursor: { firstBatch | nextBatch: […], id, ns }, ok: 1 }` as bytes, around documents that are bytes
 * already: nothing is decoded only to be sent.
 */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  documents: readonly Buffer[],
  cursorId: bigint,
  namespace: string,
): Buffer {
  const array = documentOf(DOCUMENT, documents, String);
  const batch = documentOf(ARRAY, [array], () => batchName);
  const cursor = joinDocuments(batch, encode({ id: Long.fromBigInt(cursorId), ns: namespace }));
  return joinDocuments(
    documentOf(DOCUMENT, [cursor], () => 'cursor'),
    encode({ ok: 1 }),
  );
}

/** A document of fields of one type, written into one piece of memory: a batch may be many thousand of them. */
function documentOf(type: number, values: readonly Buffer[], nameOf: (i: number) => string): Buffer {
  const names = values.map((_, i) => `${nameOf(i)}\0`);
  const length = values.reduce(
    (sum, value, i) => sum + 1 + (names[i]?.length ?? 0) + value.length,
    LENGTH_BYTES + 1,
  );
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.writeInt32LE(length, 0);
  for (const [i, value] of values.entries()) {
    at = bytes.writeUInt8(type, at);
    at += bytes.write(names[i] ?? '', at, 'latin1');
    at += value.copy(bytes, at);
  }
  bytes.writeUInt8(0, at);
  return bytes;
}
