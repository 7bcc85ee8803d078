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
  const elements: Uint8Array[] = [];
  for (const [i, document] of documents.entries()) elements.push(head(0x03, String(i)), document);
  const id = Buffer.alloc(8);
  id.writeBigInt64LE(cursorId);
  const cursor = bsonDocument([
    head(0x04, batchName),
    bsonDocument(elements),
    head(0x12, 'id'),
    id,
    head(0x02, 'ns'),
    text(namespace),
  ]);
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  return bsonDocument([head(0x03, 'cursor'), cursor, head(0x01, 'ok'), one]);
}

function head(type: number, name: string): Buffer {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  const length = Buffer.alloc(4);
  length.writeInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function bsonDocument(parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const size = Buffer.alloc(4);
  size.writeInt32LE(length);
  return Buffer.concat([size, ...parts, Buffer.from([0])], length);
}
