import { Decimal128, Long } from 'bson';
import { CommandError } from './errors.js';
import { toNumber } from './values.js';

/** A number of any BSON type: the double at or just below it, and how far above that it lies. */
export interface SplitNumber {
  readonly double: number;
  /** In 2^-64 of the way to the next double; 0: it is that double */
  readonly above: bigint;
}

/** numerator / denominator, the latter > 0 */
type Fraction = readonly [numerator: bigint, denominator: bigint];

/** Below this a Decimal128 has digits that a double's neighbours cannot tell apart. */
const SMALLEST = 1e-290;
const scratch = new DataView(new ArrayBuffer(8));

/**
 * Splits a number so that comparing the parts compares the numbers exactly, whatever their types: int64 and
 * Decimal128 have more digits than a double.
 *
 * @throws {CommandError} BadValue for decimals outside the range of a double
 */
export function splitNumber(value: unknown): SplitNumber {
  const nearest = toNumber(value) ?? Number.NaN;
  if (value instanceof Decimal128) return splitFraction(nearest, decimalFraction(value.toString()));
  if (value instanceof Long && !Number.isSafeInteger(nearest))
    return splitFraction(nearest, [value.toBigInt(), 1n]);
  return { double: nearest, above: 0n };
}

function splitFraction(nearest: number, exact: Fraction | undefined): SplitNumber {
  if (!exact) return { double: nearest, above: 0n };
  const [numerator, denominator] = exact;
  if (numerator === 0n) return { double: 0, above: 0n };
  if (!Number.isFinite(nearest) || Math.abs(nearest) < SMALLEST)
    throw new CommandError(2, 'a Decimal128 outside the range of a double cannot be compared or indexed');
  const rest = (double: number) => {
    const [whole, parts] = doubleFraction(double);
    return { over: numerator * parts - whole * denominator, parts };
  };
  const double = rest(nearest).over < 0n ? neighbour(nearest, -1) : nearest;
  const { over, parts } = rest(double);
  const [step, stepParts] = doubleFraction(neighbour(double, 1) - double);
  return { double, above: ((over * stepParts) << 64n) / (denominator * parts * step) };
}

/** A double is an integer, or one divided by a power of two. */
function doubleFraction(double: number): Fraction {
  let scaled = double;
  let shift = 0n;
  for (; !Number.isInteger(scaled); scaled *= 2) shift += 1n;
  return [BigInt(scaled), 1n << shift];
}

/** The next double above or below. */
function neighbour(double: number, step: 1 | -1): number {
  scratch.setFloat64(0, double);
  scratch.setBigInt64(0, scratch.getBigInt64(0) + BigInt(double > 0 ? step : -step));
  return scratch.getFloat64(0);
}

/** undefined: NaN or infinite */
function decimalFraction(text: string): Fraction | undefined {
  const match = /^(-?)(\d+)(?:\.(\d*))?(?:E([+-]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const power = Number(exponent) - fraction.length;
  return power >= 0 ? [digits * 10n ** BigInt(power), 1n] : [digits, 10n ** BigInt(-power)];
}
