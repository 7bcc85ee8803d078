import * as BSON from 'bson';

/**
 * Name of a type as `$type` spells it → its number there, and its place in the order of the types: the first
 * byte of an encoded value. Places are spread so that an inverted byte, as in a descending field, is never
 * 0xFF, which ranges use as "after every continuation".
 *
 * @see https://www.mongodb.com/docs/manual/reference/bson-types/
 * @see https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export const BSON_TYPES = {
  minKey: { code: -1, place: 0x02 },
  undefined: { code: 6, place: 0x06 },
  null: { code: 10, place: 0x06 },
  int: { code: 16, place: 0x08 },
  double: { code: 1, place: 0x08 },
  long: { code: 18, place: 0x08 },
  decimal: { code: 19, place: 0x08 },
  string: { code: 2, place: 0x0a },
  symbol: { code: 14, place: 0x0a },
  object: { code: 3, place: 0x0c },
  array: { code: 4, place: 0x0e },
  binData: { code: 5, place: 0x10 },
  objectId: { code: 7, place: 0x12 },
  bool: { code: 8, place: 0x14 },
  date: { code: 9, place: 0x16 },
  timestamp: { code: 17, place: 0x18 },
  regex: { code: 11, place: 0x1a },
  javascript: { code: 13, place: 0x1c },
  javascriptWithScope: { code: 15, place: 0x1e },
  maxKey: { code: 127, place: 0x7e },
} as const satisfies Readonly<Record<string, { readonly code: number; readonly place: number }>>;

export type TypeName = keyof typeof BSON_TYPES;

const BY_PROTOTYPE = new Map<unknown, TypeName>([
  [Date.prototype, 'date'],
  [BSON.ObjectId.prototype, 'objectId'],
  [BSON.Int32.prototype, 'int'],
  [BSON.Double.prototype, 'double'],
  [BSON.Long.prototype, 'long'],
  [BSON.Decimal128.prototype, 'decimal'],
  [BSON.Binary.prototype, 'binData'],
  [BSON.UUID.prototype, 'binData'],
  [BSON.Timestamp.prototype, 'timestamp'],
  [BSON.BSONRegExp.prototype, 'regex'],
  [BSON.BSONSymbol.prototype, 'symbol'],
  [BSON.MinKey.prototype, 'minKey'],
  [BSON.MaxKey.prototype, 'maxKey'],
  [Array.prototype, 'array'],
  [Object.prototype, 'object'],
]);

const BY_TYPEOF: Readonly<Partial<Record<string, TypeName>>> = {
  string: 'string',
  boolean: 'bool',
  undefined: 'undefined',
  number: 'double',
};

/** The BSON type of a decoded value. JavaScript numbers, which only expressions make, count as doubles. */
export function typeName(value: unknown): TypeName {
  const primitive = BY_TYPEOF[typeof value];
  if (primitive) return primitive;
  if (value === null) return 'null';
  const known = BY_PROTOTYPE.get(Object.getPrototypeOf(value));
  if (known) return known;
  if (value instanceof BSON.Code) return value.scope ? 'javascriptWithScope' : 'javascript';
  return 'object';
}

/** Place of a value's type in the order; values of one place are compared with each other. */
export function typePlace(value: unknown): number {
  return BSON_TYPES[typeName(value)].place;
}
