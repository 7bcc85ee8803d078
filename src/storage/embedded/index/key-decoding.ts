import { ObjectId } from 'bson';
import { type Direction, TYPE_BYTES } from './key-encoding.js';

/** Values read back out of an encoded key, and how many bytes they took. */
export interface ReadKey {
  readonly values: readonly unknown[];
  readonly length: number;
}

/**
 * Reads values out of an index key. Only types whose keys tell everything: numbers lose their BSON type and
 * null stands for a missing field too.
 *
 * @param needed which values are wanted; the others are passed over
 * @returns undefined when a needed value cannot be told from its key
 */
export function readKey(
  key: Buffer,
  directions: readonly Direction[],
  needed: readonly boolean[],
): ReadKey | undefined {
  const values: unknown[] = [];
  let at = 0;
  for (const [i, direction] of directions.entries()) {
    const bytes = direction === 1 ? key.subarray(at) : inverted(key.subarray(at));
    const read = readValue(bytes) ?? (needed[i] ? undefined : passOver(bytes));
    if (!read) return undefined;
    values.push(read.value);
    at += read.length;
  }
  return { values, length: at };
}

interface ReadValue {
  readonly value: unknown;
  /** Bytes, with the type's */
  readonly length: number;
}

function readValue(bytes: Buffer): ReadValue | undefined {
  switch (bytes[0]) {
    case TYPE_BYTES.string:
      return readText(bytes);
    case TYPE_BYTES.objectId:
      return { value: new ObjectId(Buffer.from(bytes.subarray(1, 13))), length: 13 };
    case TYPE_BYTES.bool:
      return { value: bytes[1] === 1, length: 2 };
    default:
      return undefined;
  }
}

/** Length only, of the simple types: a whole number or double has its last byte 0. */
function passOver(bytes: Buffer): ReadValue | undefined {
  if (bytes[0] === TYPE_BYTES.double && bytes[9] === 0) return { value: undefined, length: 10 };
  if (bytes[0] === TYPE_BYTES.date) return { value: undefined, length: 9 };
  if (bytes[0] === TYPE_BYTES.null) return { value: undefined, length: 1 };
  return undefined;
}

/** Up to 00 00; a text with a NUL inside is left to its document. */
function readText(bytes: Buffer): ReadValue | undefined {
  const end = bytes.indexOf(0, 1);
  if (end < 0 || bytes[end + 1] !== 0) return undefined;
  return { value: bytes.toString('utf8', 1, end), length: end + 2 };
}

function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => ~byte & 0xff));
}
