import { Decimal128, Double, Int32, Long } from 'bson';

/** An exact fraction: what a Decimal128 becomes where a double would round. */
export interface Fraction {
  readonly numerator: bigint;
  /** > 0 */
  readonly denominator: bigint;
}

/** A numeric value without its BSON type: exact in every case. */
export type Exact = number | bigint | Fraction;

/** Strips the BSON type; int64 beyond 2^53 become bigint, finite decimals fractions. */
export function exact(value: unknown): Exact {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) {
    const rounded = value.toNumber();
    return Number.isSafeInteger(rounded) ? rounded : value.toBigInt();
  }
  if (value instanceof Decimal128) return decimalFraction(value.toString());
  return Number(value);
}

/** Orders numbers of any type by value; NaN comes first, as in MongoDB. */
export function compareExact(a: Exact, b: Exact): number {
  if (typeof a === 'object' || typeof b === 'object') return compareFractions(a, b);
  if (a < b) return -1;
  if (a > b) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: exact between bigint and number
  if (a == b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Any finite number as a fraction, without rounding. */
export function toFraction(value: Exact): Fraction {
  if (typeof value === 'object') return value;
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n };
  if (Number.isInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  // A double is an integer times 2^-1074 at the finest.
  let scaled = value;
  let shift = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1n;
  }
  return { numerator: BigInt(scaled), denominator: 1n << shift };
}

function compareFractions(a: Exact, b: Exact): number {
  for (const [one, other, sign] of [
    [a, b, 1],
    [b, a, -1],
  ] as const)
    if (typeof one === 'number' && !Number.isFinite(one)) {
      if (typeof other === 'number' && !Number.isFinite(other)) return compareExact(a, b);
      return one === Number.POSITIVE_INFINITY ? sign : -sign;
    }
  const left = toFraction(a);
  const right = toFraction(b);
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function decimalFraction(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d*))?(?:E([+-]?\d+))?$/.exec(text);
  if (!match) return Number(text); // NaN and the infinities
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const power = Number(exponent) - fraction.length;
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-power) };
}
