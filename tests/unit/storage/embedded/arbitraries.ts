import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import fc from 'fast-check';

const name = fc.constantFrom('a', 'b', 'c', '', 'ї');

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -20, max: 20 }))
  .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`));

/** Numbers of every type, close to each other so that they often are equal or neighbours. */
export const bsonNumber = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((value) => new Int32(value)),
  fc.integer({ min: -3, max: 3 }).map((value) => new Double(value)),
  fc.double().map((value) => new Double(value)),
  fc.integer().map((value) => new Int32(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }).map((value) => Long.fromBigInt(value)),
  fc.integer({ min: -4, max: 4 }).map((step) => new Double(2 ** 53 + step)),
  decimal,
);

const scalar = fc.oneof(
  { arbitrary: bsonNumber, weight: 4 },
  fc.constant(null),
  fc.boolean(),
  fc.oneof(
    name,
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('a\u0000', 'a\u0000b', '\u{1f600}', '\uffee'),
  ),
  fc.date({ noInvalidDate: true }),
  fc.integer({ min: 0, max: 3 }).map((byte) => new ObjectId(Buffer.alloc(12, byte))),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes)),
  fc.integer({ min: 0, max: 9 }).map((t) => new Timestamp({ t, i: 1 })),
  name.map((pattern) => new BSONRegExp(pattern, 'i')),
  fc.constantFrom(new MinKey(), new MaxKey()),
);

/** Any BSON value, nested a little. */
export const bsonValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(name, tie('value')), { maxLength: 3, selector: ([field]) => field })
      .map(Object.fromEntries),
  ),
})).value;
