import { type Binary, type BSONRegExp, type Code, Double, Int32, type ObjectId, type Timestamp } from 'bson';
import { BSON_TYPES, type TypeName, typeName } from './bson-types.js';
import { CommandError } from './errors.js';
import { splitNumber } from './exact-number.js';
import type { Doc } from './values.js';

/** Direction of one field of an index or a sort. */
export type Direction = 1 | -1;

/** What an empty array leaves in an index: MongoDB's `undefined`, found by no equality. */
export const EMPTY_ARRAY = Symbol('empty array');
const EMPTY_ARRAY_PLACE = 0x04;

/** A value is at most 16 MB of BSON; its numbers take half as much again here. */
const MAX_KEY_BYTES = 24 * 1024 * 1024;
const SHORT_TEXT = 40;
const NO_PREFIX = Buffer.alloc(0);

/** The key being written. One for all: encoding calls nobody who encodes. */
let buffer = Buffer.allocUnsafe(64 * 1024);
let length = 0;

/**
 * Bytes whose order is MongoDB's order of the values. Indexes, sorts, groups and comparisons all rest on it, so
 * they never disagree. Each value is its type's byte and a payload that ends itself; a descending field is
 * inverted.
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

/** The key of one value, ascending. */
export function valueKey(value: unknown): Buffer {
  return encodeKey([value], [1]);
}

/** MongoDB's total order over all values: < 0, 0 or > 0. */
export function compareValues(a: unknown, b: unknown): number {
  return a === b ? 0 : Buffer.compare(valueKey(a), valueKey(b));
}

/** Equality as the query language sees it: `1`, `1.0` and `NumberLong(1)` are the same, field order counts. */
export function equalValues(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}

function writeValue(value: unknown): void {
  if (value === EMPTY_ARRAY) {
    writeByte(EMPTY_ARRAY_PLACE);
    return;
  }
  const type = typeName(value);
  writeByte(BSON_TYPES[type].place);
  PAYLOADS[type]?.(value);
}

/** What follows the type's byte; nothing for types of one value. */
const PAYLOADS: Readonly<Partial<Record<TypeName, (value: unknown) => void>>> = {
  int: writeNumber,
  double: writeNumber,
  long: writeNumber,
  decimal: writeNumber,
  string: (value) => writeText(String(value)),
  symbol: (value) => writeText(String(value)),
  object: (value) => writeDocument(value as Doc),
  array: (value) => {
    for (const element of value as unknown[]) writeValue(element);
    writeByte(0);
  },
  binData: (value) => writeBinary(value as Binary),
  objectId: (value) => writeBytes((value as ObjectId).id),
  bool: (value) => writeByte(value ? 1 : 0),
  date: (value) => writeDouble((value as Date).getTime()),
  timestamp: (value) => writeUint64((value as Timestamp).toBigInt()),
  regex: (value) => {
    writeText((value as BSONRegExp).pattern);
    writeText((value as BSONRegExp).options);
  },
  javascript: (value) => writeText((value as Code).code),
  javascriptWithScope: (value) => writeText((value as Code).code),
};

/** Type before name before value, as MongoDB compares documents; the shorter one first. */
function writeDocument(document: Doc): void {
  for (const [name, value] of Object.entries(document)) {
    const type = typeName(value);
    writeByte(BSON_TYPES[type].place);
    writeText(name);
    PAYLOADS[type]?.(value);
  }
  writeByte(0);
}

function writeNumber(value: unknown): void {
  const isDouble = value instanceof Int32 || value instanceof Double;
  const { double, above } = isDouble ? { double: value.value, above: 0n } : splitNumber(value);
  writeDouble(double);
  writeByte(above === 0n ? 0 : 1);
  if (above !== 0n) writeUint64(above);
}

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

/** UTF-8, whose bytes sort as code points do, with 00 written as 00 FF; ended by 00 00. */
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
  const bytes = Buffer.from(text);
  if (!bytes.includes(0)) writeBytes(bytes);
  else
    for (const byte of bytes) {
      writeByte(byte);
      if (byte === 0) writeByte(0xff);
    }
}

/** By length, then kind, then content. */
function writeBinary(binary: Binary): void {
  const bytes = binary.value();
  reserve(4);
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
  if (length + bytes > MAX_KEY_BYTES)
    throw new CommandError(10334, `a value of more than ${MAX_KEY_BYTES} bytes cannot be compared`);
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + bytes));
  buffer.copy(larger, 0, 0, length);
  buffer = larger;
}
