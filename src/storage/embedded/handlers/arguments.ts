import { Long } from 'bson';
import { CommandError, unsupported } from '../errors.js';
import { type Doc, fieldOf, isDoc, toNumber, typeName } from '../values.js';

/** Fields that any command may have; they change nothing here. */
const GENERIC = new Set(
  `$db lsid $clusterTime $readPreference readConcern writeConcern maxTimeMS comment apiVersion apiStrict
   apiDeprecationErrors maxTimeMSOpTime allowDiskUse bypassDocumentValidation bypassEmptyTsReplacement`.split(
    /\s+/,
  ),
);

/**
 * The fields of a command, read with their types. Whatever the command does not know is refused, so that an
 * option never goes unheeded.
 */
export class Arguments {
  readonly name: string;

  constructor(private readonly body: Doc) {
    this.name = Object.keys(body)[0] ?? '';
    if (
      fieldOf(body, 'txnNumber') !== undefined ||
      fieldOf(body, 'startTransaction') !== undefined ||
      fieldOf(body, 'autocommit') !== undefined
    )
      throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
    const level = isDoc(body.readConcern) ? body.readConcern.level : undefined;
    if (level === 'snapshot' || level === 'linearizable') throw unsupported(`the read concern '${level}'`);
  }

  /**
   * @param known fields the command obeys
   * @param harmless fields that ask for nothing this database would do differently
   * @param absent MongoDB's fields that are refused unless they are empty or false
   */
  allow(known: string, harmless = '', absent = ''): this {
    const [obeyed, ignored, refused] = [words(known), words(harmless), words(absent)];
    for (const [field, value] of Object.entries(this.body)) {
      if (field === this.name || GENERIC.has(field) || obeyed.has(field) || ignored.has(field)) continue;
      if (field === 'collation') refuseCollation(value);
      else if (!refused.has(field))
        throw new CommandError(40415, `BSON field '${this.name}.${field}' is an unknown field.`);
      else if (!isEmpty(value)) throw unsupported(`the option '${field}' of ${this.name}`);
    }
    return this;
  }

  raw(field: string): unknown {
    return fieldOf(this.body, field);
  }

  text(field: string): string {
    const value = this.raw(field);
    if (typeof value !== 'string') throw this.wrongType(field, value, 'string');
    return value;
  }

  /** The collection that the command's own field names. */
  collection(): string {
    const value = this.raw(this.name);
    if (typeof value !== 'string')
      throw new CommandError(73, `collection name has invalid type ${typeName(value)}`);
    if (value === '') throw new CommandError(73, 'Invalid namespace specified: the collection name is empty');
    return value;
  }

  /** An empty document when it is missing or null. */
  doc(field: string): Doc {
    const value = this.raw(field);
    if (value === undefined || value === null) return {};
    if (!isDoc(value)) throw this.wrongType(field, value, 'object');
    return value;
  }

  docs(field: string): Doc[] {
    const value = this.raw(field);
    if (!Array.isArray(value)) throw this.wrongType(field, value, 'array');
    for (const element of value) if (!isDoc(element)) throw this.wrongType(field, element, 'object');
    return value as Doc[];
  }

  /** A whole number ≥ 0. */
  whole(field: string): number | undefined {
    const value = this.raw(field);
    if (value === undefined || value === null) return undefined;
    const number = toNumber(value);
    if (number === undefined) throw this.wrongType(field, value, 'number');
    if (number < 0 || !Number.isInteger(number))
      throw new CommandError(
        number < 0 ? 51024 : 2,
        `BSON field '${field}' value must be >= 0 and whole, actual value '${number}'`,
      );
    return number;
  }

  flag(field: string): boolean | undefined {
    const value = this.raw(field);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    const number = toNumber(value);
    if (number === undefined) throw this.wrongType(field, value, 'bool');
    return number !== 0;
  }

  /** An array of 64-bit ids. */
  ids(field: string): Long[] {
    const value = this.raw(field);
    if (!Array.isArray(value)) throw this.wrongType(field, value, 'array');
    return value.map((id: unknown) => {
      if (id instanceof Long) return id;
      throw this.wrongType(field, id, 'long');
    });
  }

  cursorId(field: string): bigint {
    const value = this.raw(field);
    if (value instanceof Long) return value.toBigInt();
    const number = toNumber(value);
    if (number === undefined || !Number.isInteger(number)) throw this.wrongType(field, value, 'long');
    return BigInt(number);
  }

  private wrongType(field: string, value: unknown, expected: string): CommandError {
    if (value === undefined)
      return new CommandError(40414, `BSON field '${this.name}.${field}' is missing but a required field`);
    return new CommandError(
      14,
      `BSON field '${this.name}.${field}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
    );
  }
}

const knownWords = new Map<string, ReadonlySet<string>>();

/** Names in a text, taken apart once: a bulk reads the same ones for every statement. */
function words(text: string): ReadonlySet<string> {
  const known = knownWords.get(text) ?? new Set(text.split(' '));
  knownWords.set(text, known);
  return known;
}

/** Only the plain comparison by bytes. */
function refuseCollation(collation: unknown): void {
  if (isDoc(collation) && (isEmpty(collation) || collation.locale === 'simple')) return;
  throw unsupported('collation');
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (isDoc(value)) return Object.keys(value).length === 0;
  return Array.isArray(value) ? value.length === 0 : toNumber(value) === 0;
}
