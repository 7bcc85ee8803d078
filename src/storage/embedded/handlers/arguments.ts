import { Long } from 'bson';
import { typeName } from '../bson-types.js';
import { CommandError, unsupported } from '../errors.js';
import { type Doc, fieldOf, isDoc, MAX_BATCH, toNumber } from '../values.js';

/** Names in a text, taken apart once: a bulk reads the same ones for every statement. */
const knownWords = new Map<string, ReadonlySet<string>>();

/** Fields that any command may have; they change nothing here. */
const GENERIC =
  words(`$db lsid $clusterTime $readPreference readConcern writeConcern maxTimeMS comment apiVersion apiStrict
  apiDeprecationErrors maxTimeMSOpTime allowDiskUse bypassDocumentValidation bypassEmptyTsReplacement`);
/** Fields of a transaction. */
const TRANSACTION = ['txnNumber', 'startTransaction', 'autocommit'];

/**
 * The fields of a command, or of a statement within one, read with their types. Whatever the command does not
 * know is refused, so that an option never goes unheeded.
 */
export class Arguments {
  /** @param name what errors call it: a command is named by its first field */
  constructor(
    private readonly body: Doc,
    readonly name = Object.keys(body)[0] ?? '',
  ) {
    if (TRANSACTION.some((field) => Object.hasOwn(body, field)))
      throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
    const concern = fieldOf(body, 'readConcern');
    const level = isDoc(concern) ? concern.level : undefined;
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
      if (field === this.name || obeyed.has(field) || ignored.has(field) || GENERIC.has(field)) continue;
      const isPlainCollation = field === 'collation' && isDoc(value) && value.locale === 'simple';
      if (isPlainCollation) continue;
      if (field !== 'collation' && !refused.has(field))
        throw new CommandError(40415, `BSON field '${this.name}.${field}' is an unknown field.`);
      if (!isEmpty(value)) throw unsupported(`the option '${field}' of ${this.name}`);
    }
    return this;
  }

  raw(field: string): unknown {
    return fieldOf(this.body, field);
  }

  text(field: string): string {
    return this.read(field, this.raw(field), (value) => typeof value === 'string', 'string');
  }

  /** The collection that the command's own field names. */
  collection(): string {
    const value = this.raw(this.name);
    if (typeof value === 'string' && value !== '') return value;
    throw new CommandError(73, `collection name '${value}' is invalid, of type ${typeName(value)}`);
  }

  /** An empty document when it is missing or null. */
  doc(field: string): Doc {
    return this.read(field, this.raw(field) ?? {}, isDoc, 'object');
  }

  docs(field: string): Doc[] {
    return this.array(field).map((element) => this.read(field, element, isDoc, 'object'));
  }

  /** A whole number ≥ 0. */
  whole(field: string): number | undefined {
    const value = this.raw(field) ?? undefined;
    if (value === undefined) return undefined;
    const number = this.read(field, toNumber(value) ?? value, isNumber, 'number');
    if (number >= 0 && Number.isInteger(number)) return number;
    throw new CommandError(number < 0 ? 51024 : 2, `'${field}' must be >= 0 and whole, not '${number}'`);
  }

  /** @returns false when it is missing or null */
  flag(field: string): boolean {
    const value = this.raw(field) ?? false;
    return Boolean(this.read(field, toNumber(value) ?? value, isFlag, 'bool'));
  }

  /** Whether a batch of writes stops at its first error: it does when nothing else is said. */
  ordered(): boolean {
    return this.raw('ordered') === undefined || this.flag('ordered');
  }

  /** The name or key of an index; drivers may send an empty one, which says nothing. */
  hint(): unknown {
    const hint = this.raw('hint');
    return typeof hint === 'string' || Object.keys(this.doc('hint')).length > 0 ? hint : undefined;
  }

  cursorId(field: string): bigint {
    const value = this.raw(field);
    return isLong(value) ? value.toBigInt() : BigInt(this.whole(field) ?? 0);
  }

  cursorIds(field: string): Long[] {
    return this.array(field).map((id) => this.read(field, id, isLong, 'long'));
  }

  private array(field: string): unknown[] {
    return this.read(field, this.raw(field), Array.isArray, 'array');
  }

  private read<T>(
    field: string,
    value: unknown,
    isRight: (value: unknown) => value is T,
    expected: string,
  ): T {
    if (isRight(value)) return value;
    const where = `BSON field '${this.name}.${field}'`;
    if (this.raw(field) === undefined)
      throw new CommandError(40414, `${where} is missing but a required field`);
    throw new CommandError(14, `${where} is of type '${typeName(value)}' instead of '${expected}'`);
  }
}

function isLong(value: unknown): value is Long {
  return value instanceof Long;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isFlag(value: unknown): value is boolean | number {
  return typeof value === 'boolean' || isNumber(value);
}

/** @throws {CommandError} for an empty batch of writes, or one longer than MongoDB takes */
export function refuseBatchSize(size: number): void {
  if (size === 0 || size > MAX_BATCH)
    throw new CommandError(72, `Write batch sizes must be between 1 and ${MAX_BATCH}, not ${size}`);
}

function words(text: string): ReadonlySet<string> {
  const known = knownWords.get(text) ?? new Set(text.split(/\s+/));
  knownWords.set(text, known);
  return known;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (isDoc(value)) return Object.keys(value).length === 0;
  return Array.isArray(value) ? value.length === 0 : toNumber(value) === 0;
}
