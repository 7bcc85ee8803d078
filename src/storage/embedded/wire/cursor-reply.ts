const INT32 = 4;
const ENDING = Buffer.from([0]);

/**
 * `{ cursor: { firstBatch | nextBatch: […], id, ns }, ok: 1 }` as bytes, around documents that are bytes
 * already: nothing is decoded only to be sent.
 */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  documents: readonly Uint8Array[],
  cursorId: bigint,
  namespace: string,
): Buffer {
  const id = Buffer.alloc(8);
  id.writeBigInt64LE(cursorId);
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  const cursor = bsonDocument([
    head(0x04, batchName),
    bsonArray(documents),
    head(0x12, 'id'),
    id,
    head(0x02, 'ns'),
    text(namespace),
  ]);
  return bsonDocument([head(0x03, 'cursor'), cursor, head(0x01, 'ok'), one]);
}

/** Written into one piece of memory: a batch may be many thousand small documents. */
function bsonArray(documents: readonly Uint8Array[]): Buffer {
  const names = documents.map((_, i) => String(i));
  const length = documents.reduce(
    (sum, document, i) => sum + 2 + (names[i]?.length ?? 0) + document.length,
    INT32 + 1,
  );
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.writeInt32LE(length, 0);
  for (const [i, document] of documents.entries()) {
    at = bytes.writeUInt8(0x03, at);
    at += bytes.write(names[i] ?? '', at, 'latin1');
    at = bytes.writeUInt8(0, at);
    bytes.set(document, at);
    at += document.length;
  }
  bytes.writeUInt8(0, at);
  return bytes;
}

function head(type: number, name: string): Buffer {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  const length = Buffer.alloc(INT32);
  length.writeInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function bsonDocument(parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, INT32 + ENDING.length);
  const size = Buffer.alloc(INT32);
  size.writeInt32LE(length);
  return Buffer.concat([size, ...parts, ENDING], length);
}
