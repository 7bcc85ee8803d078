import { calculateObjectSize, Decimal128, Double, Int32, Long } from 'bson';
import { compareValues } from '../compare.js';
import { CommandError, unsupported } from '../errors.js';
import { encodeKey } from '../index/key-encoding.js';
import { type Doc, isDoc, toNumber, wholeNumber } from '../values.js';
import { type Compute, compileExpression } from './expressions.js';

/** Gathers one value for a group. */
export interface Accumulator {
  /** @param times how often the value occurs; more than once only in counts straight from an index */
  add(value: unknown, times: number): void;
  result(): unknown;
  /** Memory that grows with the group, roughly */
  readonly bytes: number;
}

/** How one field of a group is gathered. */
export interface FieldPlan {
  readonly field: string;
  readonly operator: string;
  readonly expression: unknown;
  readonly compute: Compute;
  make(): Accumulator;
}

const ELSEWHERE = new Set(
  `$accumulator $bottom $bottomN $firstN $lastN $maxN $median $mergeObjects $minN $percentile $stdDevPop $stdDevSamp
   $top $topN`.split(/\s+/),
);

const MAKERS: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => new Sum((sum) => sum.total()),
  $avg: () => new Sum((sum) => sum.average()),
  $count: () => new Sum((sum) => sum.total()),
  $min: () => pick((candidate, kept) => compareValues(candidate, kept) < 0),
  $max: () => pick((candidate, kept) => compareValues(candidate, kept) > 0),
  $first: () => nth(true),
  $last: () => nth(false),
  $push: () => new Gathered(),
  $addToSet: () => new Gathered((value) => encodeKey([value], [1]).toString('latin1')),
};

/** @throws {CommandError} for accumulators outside the supported ones */
export function parseAccumulator(field: string, definition: unknown): FieldPlan {
  if (field.includes('.')) throw new CommandError(40235, `The field name '${field}' cannot contain '.'`);
  if (field.startsWith('$'))
    throw new CommandError(40236, `The field name '${field}' cannot be an operator name`);
  const [operator, ...others] = isDoc(definition) ? Object.keys(definition) : [];
  if (!isDoc(definition) || operator === undefined)
    throw new CommandError(40234, `The field '${field}' must be an accumulator object`);
  if (others.length > 0) throw new CommandError(40238, `The field '${field}' must specify one accumulator`);
  const make = Object.hasOwn(MAKERS, operator) ? MAKERS[operator] : undefined;
  if (!make) {
    if (ELSEWHERE.has(operator)) throw unsupported(`the accumulator ${operator}`);
    throw new CommandError(15952, `unknown group operator '${operator}'`);
  }
  const argument = definition[operator];
  if (operator === '$count' && !(isDoc(argument) && Object.keys(argument).length === 0))
    throw new CommandError(9, '$count takes no arguments, i.e. $count:{}');
  const expression = operator === '$count' ? new Int32(1) : argument;
  return { field, operator, expression, compute: compileExpression(expression), make };
}

/** Whole numbers are summed exactly, doubles apart; the result has the widest type met. */
class Sum implements Accumulator {
  readonly bytes = 0;
  private whole = 0n;
  private fractional = 0;
  private count = 0;
  private widest: 'int' | 'long' | 'double' = 'int';

  constructor(private readonly answer: (sum: Sum) => unknown) {}

  add(value: unknown, times: number): void {
    const number = toNumber(value);
    if (number === undefined) return;
    if (value instanceof Decimal128) throw unsupported('arithmetic with Decimal128');
    this.count += times;
    if (value instanceof Int32) this.whole += BigInt(value.value * times);
    else if (value instanceof Long) {
      this.whole += value.toBigInt() * BigInt(times);
      if (this.widest === 'int') this.widest = 'long';
    } else {
      this.fractional += number * times;
      this.widest = 'double';
    }
  }

  total(): Int32 | Long | Double {
    if (this.widest === 'double' || BigInt.asIntN(64, this.whole) !== this.whole)
      return new Double(this.sum());
    return this.widest === 'int' ? wholeNumber(Number(this.whole)) : Long.fromBigInt(this.whole);
  }

  average(): Double | null {
    return this.count === 0 ? null : new Double(this.sum() / this.count);
  }

  result(): unknown {
    return this.answer(this);
  }

  private sum(): number {
    return Number(this.whole) + this.fractional;
  }
}

class Gathered implements Accumulator {
  bytes = 0;
  private readonly values: unknown[] = [];
  private readonly seen = new Set<string>();

  /** @param keyOf given for a set: values with one key are one */
  constructor(private readonly keyOf?: (value: unknown) => string) {}

  add(value: unknown): void {
    if (value === undefined) return;
    const key = this.keyOf?.(value);
    if (key !== undefined && this.seen.has(key)) return;
    if (key !== undefined) this.seen.add(key);
    this.values.push(value);
    this.bytes += calculateObjectSize({ value } as Doc) + (key?.length ?? 0);
  }

  result(): unknown[] {
    return this.values;
  }
}

/** Keeps the best value; null and missing do not count. */
function pick(better: (candidate: unknown, kept: unknown) => boolean): Accumulator {
  let kept: unknown;
  return {
    bytes: 0,
    add(value) {
      if (value === undefined || value === null) return;
      if (kept === undefined || better(value, kept)) kept = value;
    },
    result: () => kept ?? null,
  };
}

function nth(first: boolean): Accumulator {
  let kept: unknown;
  let any = false;
  return {
    bytes: 0,
    add(value) {
      if (any && first) return;
      any = true;
      kept = value;
    },
    result: () => kept ?? null,
  };
}
