import { createHash } from 'node:crypto';
import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { CommandError } from '../errors.js';
import { compareExact, type Exact, exact, toFraction } from '../numbers.js';
import { type Doc, type TypeName, typeName } from '../values.js';

/** Direction of one field of an index or a sort. */
export type Direction = 1 | -1;

/**
 * First byte of an encoded value: the order of the types (compare.ts), spread so that an inverted byte, as in
 * a descending field, is never 0xFF, which ranges use as "after every continuation".
 */
export const TYPE_BYTES: Readonly<Record<TypeName | 'emptyArray', number>> = {
  minKey: 0x02,
  emptyArray: 0x04,
  undefined: 0x06,
  null: 0x06,
  int: 0x08,
  double: 0x08,
  long: 0x08,
  decimal: 0x08,
  string: 0x0a,
  symbol: 0x0a,
  object: 0x0c,
  array: 0x0e,
  binData: 0x10,
  objectId: 0x12,
  bool: 0x14,
  date: 0x16,
  timestamp: 0x18,
  regex: 0x1a,
  javascript: 0x1c,
  javascriptWithScope: 0x1e,
  maxKey: 0x7e,
};

/** What an empty array leaves in an index: MongoDB's `undefined`, found by no equality. */
export const EMPTY_ARRAY = Symbol('empty array');

/** Longer keys keep this many bytes and a hash of the whole; LMDB's own limit is 1,978. */
export const KEY_PREFIX_BYTES = 900;

const SHORT_TEXT = 40;
const NO_PREFIX = Buffer.alloc(0);

let buffer = Buffer.allocUnsafe(64 * 1024);
let length = 0;

/**
 * Bytes whose order is the order of the values: the heart of indexes and sorts. Each value is its type's byte
 * and a payload that ends itself; a descending field is inverted. Long keys are not shortened here.
 *
 * @param prefix goes in front as it is
 */
export function encodeKey(
  values: readonly unknown[],
  directions: readonly Direction[],
  prefix: Buffer = NO_PREFIX,
): Buffer {
  length = 0;
  writeBytes(prefix);
  for (let i = 0; i < values.length; i += 1) {
    const start = length;
    writeValue(values[i]);
    if (directions[i] === -1) for (let at = start; at < length; at += 1) buffer[at] = ~(buffer[at] ?? 0);
  }
  const key = Buffer.allocUnsafe(length);
  buffer.copy(key, 0, 0, length);
  return key;
}

/**
 * A key as an index keeps it: equal for equal values, ordered only within its first bytes.
 *
 * @param prefixBytes length of the index's prefix, which comes on top
 */
export function shortenKey(key: Buffer, prefixBytes: number): Buffer {
  const kept = prefixBytes + KEY_PREFIX_BYTES;
  if (key.length <= kept) return key;
  return Buffer.concat([key.subarray(0, kept), createHash('sha256').update(key).digest()]);
}

function writeValue(value: unknown): void {
  if (value === EMPTY_ARRAY) {
    writeByte(TYPE_BYTES.emptyArray);
    return;
  }
  const type = typeName(value);
  writeByte(TYPE_BYTES[type]);
  writePayload(type, value);
}

function writePayload(type: TypeName, value: unknown): void {
  switch (type) {
    case 'int':
    case 'double':
    case 'long':
    case 'decimal':
      writeNumber(exact(value));
      return;
    case 'string':
    case 'symbol':
      writeText(String(value));
      return;
    case 'object':
      writeDocument(value as Doc);
      return;
    case 'array':
      for (const element of value as unknown[]) writeValue(element);
      writeByte(0);
      return;
    case 'binData':
      writeBinary(value as Binary);
      return;
    case 'objectId':
      writeBytes((value as ObjectId).id);
      return;
    case 'bool':
      writeByte(value ? 1 : 0);
      return;
    case 'date':
      writeDouble((value as Date).getTime());
      return;
    case 'timestamp':
      writeUint64((value as Timestamp).toBigInt());
      return;
    case 'regex':
      writeText((value as BSONRegExp).pattern);
      writeText((value as BSONRegExp).options);
      return;
    case 'javascript':
    case 'javascriptWithScope':
      writeText((value as Code).code);
      return;
    default:
  }
}

/** Type before name before value, as documents are compared. */
function writeDocument(document: Doc): void {
  for (const [name, value] of Object.entries(document)) {
    const type = typeName(value);
    writeByte(TYPE_BYTES[type]);
    writeText(name);
    writePayload(type, value);
  }
  writeByte(0);
}

/** The double at or below the value, then how far above it the value lies (int64 and decimals only). */
function writeNumber(value: Exact): void {
  if (typeof value === 'number') {
    writeDouble(value);
    writeByte(0);
    return;
  }
  const { numerator, denominator } = toFraction(value);
  let below = Number(numerator) / Number(denominator);
  if (!Number.isFinite(below)) below = Number(numerator / denominator);
  if (
    !Number.isFinite(below) ||
    (below !== 0 && Math.abs(below) < 1e-290) ||
    (below === 0 && numerator !== 0n)
  )
    throw new CommandError(2, 'a Decimal128 outside the range of a double cannot be indexed or sorted');
  while (compareExact(below, value) > 0) below = neighbour(below, -1);
  while (compareExact(neighbour(below, 1), value) <= 0) below = neighbour(below, 1);
  writeDouble(below);
  const isExact = compareExact(below, value) === 0;
  writeByte(isExact ? 0 : 1);
  if (isExact) return;
  const low = toFraction(below);
  const high = toFraction(neighbour(below, 1));
  const above = numerator * low.denominator - low.numerator * denominator;
  const step = high.numerator * low.denominator - low.numerator * high.denominator;
  const fraction = ((above * high.denominator) << 128n) / (step * denominator);
  writeUint64(fraction >> 64n);
  writeUint64(fraction & 0xffff_ffff_ffff_ffffn);
}

const scratch = new DataView(new ArrayBuffer(8));

/** NaN is all zeros and so before every other number; -0 is 0. */
function writeDouble(value: number): void {
  reserve(8);
  if (Number.isNaN(value)) buffer.fill(0, length, length + 8);
  else {
    buffer.writeDoubleBE(value === 0 ? 0 : value, length);
    const first = buffer[length] ?? 0;
    if (first < 0x80) buffer[length] = first | 0x80;
    else for (let at = length; at < length + 8; at += 1) buffer[at] = ~(buffer[at] ?? 0);
  }
  length += 8;
}

/** The next double above or below. */
function neighbour(value: number, step: 1 | -1): number {
  if (value === 0) return step * Number.MIN_VALUE;
  scratch.setFloat64(0, value);
  const bits = scratch.getBigInt64(0);
  scratch.setBigInt64(0, bits + BigInt(value > 0 ? step : -step));
  return scratch.getFloat64(0);
}

/** UTF-8 with 00 written as 00 FF, ended by 00 00. */
function writeText(text: string): void {
  reserve(text.length * 3 + 2);
  if (text.length > SHORT_TEXT || !writeAscii(text)) writeUtf8(text);
  writeByte(0);
  writeByte(0);
}

/** Names and states are short and plain: faster than a call into Node. @returns false when this one is not */
function writeAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0 || unit > 0x7f) return false;
    buffer[length + i] = unit;
  }
  length += text.length;
  return true;
}

function writeUtf8(text: string): void {
  const end = length + buffer.write(text, length, 'utf8');
  const bytes = buffer.subarray(length, end);
  if (!bytes.includes(0)) {
    length = end;
    return;
  }
  for (const byte of Buffer.from(bytes)) {
    writeByte(byte);
    if (byte === 0) writeByte(0xff);
  }
}

function writeBinary(binary: Binary): void {
  const bytes = binary.value();
  reserve(5);
  length = buffer.writeUInt32BE(bytes.length, length);
  writeByte(binary.sub_type);
  writeBytes(bytes);
}

function writeUint64(value: bigint): void {
  reserve(8);
  length = buffer.writeBigUInt64BE(BigInt.asUintN(64, value), length);
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  buffer.set(bytes, length);
  length += bytes.length;
}

function writeByte(byte: number): void {
  reserve(1);
  buffer[length] = byte;
  length += 1;
}

function reserve(bytes: number): void {
  if (length + bytes <= buffer.length) return;
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + bytes));
  buffer.copy(larger, 0, 0, length);
  buffer = larger;
}
