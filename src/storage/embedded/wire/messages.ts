import { BSONError, Long } from 'bson';
import { CommandError } from '../errors.js';
import { type Doc, decode, encode, MAX_BATCH, MAX_MESSAGE_BYTES } from '../values.js';

/** Bytes of a message before its body: length, request id, id answered to, kind. */
export const HEADER_BYTES = 16;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flags below this bit must be understood; those above may be ignored. */
const REQUIRED_FLAGS = 0xffff;

/** BSON's codes of the two types that hold others. */
const DOCUMENT = 3;
const ARRAY = 4;
const LENGTH_BYTES = 4;

/** One request as it came in. */
export interface Request {
  readonly requestId: number;
  /** The command, document sequences already in their fields. */
  readonly body: Doc;
  /** Documents to insert, as bytes: they are stored as they came. */
  readonly documents: readonly Buffer[] | undefined;
  readonly database: string;
  /** false: the client does not wait for an answer (`w: 0`) */
  readonly wantsReply: boolean;
  /** An old OP_QUERY handshake is answered by OP_REPLY. */
  readonly isLegacy: boolean;
}

/** Length of the message that starts here. @throws {CommandError} when no honest client would say so */
export function messageLength(header: Buffer): number {
  const length = header.readInt32LE(0);
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
    throw new CommandError(17, `a message of ${length} bytes is refused`);
  return length;
}

/** Takes a whole message apart. @throws {CommandError} ProtocolError or InvalidBSON */
export function parseMessage(message: Buffer): Request {
  try {
    const kind = message.readInt32LE(12);
    if (kind === OP_MSG) return parseOpMsg(message);
    if (kind === OP_QUERY) return parseOpQuery(message);
    throw new CommandError(17, `the message kind ${kind} is not supported by the embedded database`);
  } catch (error) {
    if (error instanceof RangeError || error instanceof BSONError)
      throw new CommandError(17, 'a message ends too early');
    throw error;
  }
}

/** @param body a document, or its bytes */
export function replyTo(
  request: Pick<Request, 'requestId' | 'isLegacy'>,
  replyId: number,
  body: Doc | Buffer,
): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : encode(body);
  const fixed = Buffer.alloc(request.isLegacy ? HEADER_BYTES + 20 : HEADER_BYTES + 5);
  fixed.writeInt32LE(fixed.length + bytes.length, 0);
  fixed.writeInt32LE(replyId, 4);
  fixed.writeInt32LE(request.requestId, 8);
  fixed.writeInt32LE(request.isLegacy ? OP_REPLY : OP_MSG, 12);
  if (request.isLegacy) fixed.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([fixed, bytes]);
}

/** Flags, then sections: kind 0 is the body, kind 1 a named sequence of documents. */
function parseOpMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0)
    throw new CommandError(17, `OP_MSG flags ${flags} are not understood`);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sequences = new Map<string, Buffer[]>();
  let bodyBytes: Buffer | undefined;
  for (let at = HEADER_BYTES + 4; at < end; ) {
    const kind = message.readUInt8(at);
    const section = sized(message, at + 1, end);
    if (kind === 0 && !bodyBytes) bodyBytes = section;
    else if (kind === 1) addSequence(sequences, section);
    else throw new CommandError(17, `OP_MSG section kind ${kind} is not understood`);
    at += 1 + section.length;
  }
  if (!bodyBytes) throw new CommandError(17, 'OP_MSG has no body');
  const body = decode(bodyBytes);
  for (const [name, documents] of sequences) {
    if (Object.hasOwn(body, name)) throw new CommandError(17, `'${name}' is in the body and in a sequence`);
    body[name] = name === 'documents' ? [] : documents.map(decode);
  }
  if (typeof body.$db !== 'string')
    throw new CommandError(40414, "BSON field '$db' is missing but a required field");
  const inBody = Array.isArray(body.documents) ? (body.documents as Doc[]).map(encode) : undefined;
  return {
    requestId: message.readInt32LE(4),
    body,
    documents: sequences.get('documents') ?? inBody,
    database: body.$db,
    wantsReply: !(flags & MORE_TO_COME),
    isLegacy: false,
  };
}

function addSequence(sequences: Map<string, Buffer[]>, section: Buffer): void {
  const nameEnd = section.indexOf(0, 4);
  const name = section.toString('utf8', 4, nameEnd);
  if (nameEnd < 0 || sequences.has(name)) throw new CommandError(17, 'a bad document sequence in OP_MSG');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; at += documents.at(-1)?.length ?? 0) {
    documents.push(sized(section, at, section.length));
    if (documents.length > MAX_BATCH)
      throw new CommandError(72, `more than ${MAX_BATCH} operations in one message`);
  }
  sequences.set(name, documents);
}

/** Only for the handshake: `admin.$cmd`, whose query is the command. */
function parseOpQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4);
  const namespace = message.toString('utf8', HEADER_BYTES + 4, nameEnd);
  if (nameEnd < 0 || !namespace.endsWith('.$cmd'))
    throw new CommandError(17, 'OP_QUERY is only for the handshake');
  const body = decode(sized(message, nameEnd + 9, message.length));
  const name = Object.keys(body)[0] ?? '';
  if (!/^(hello|ismaster)$/i.test(name)) throw new CommandError(17, 'OP_QUERY is only for the handshake');
  const database = namespace.slice(0, -'.$cmd'.length);
  return {
    requestId: message.readInt32LE(4),
    body,
    documents: undefined,
    database,
    wantsReply: true,
    isLegacy: true,
  };
}

/** A part that begins with its own length. */
function sized(bytes: Buffer, at: number, end: number): Buffer {
  const length = bytes.readInt32LE(at);
  if (length < 5 || at + length > end) throw new CommandError(17, 'a length in a message does not fit');
  return bytes.subarray(at, at + length);
}

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
