import { Int32 } from 'bson';
import { CommandError, unknownName } from '../errors.js';
import { compareValues, valueKey } from '../order.js';
import { MAX_MEMORY_BYTES } from '../query/sort.js';
import { boundedSize, type Doc, isDoc } from '../values.js';
import { ACCUMULATORS, type Accumulator } from './accumulators.js';
import { type Compute, compileExpression } from './expressions.js';

/** A `$group`, taken apart. */
export interface GroupPlan {
  readonly id: Compute;
  /** The `_id` expression as it was written */
  readonly idExpression: unknown;
  readonly fields: readonly GroupField[];
}

interface GroupField {
  readonly field: string;
  readonly operator: string;
  readonly argument: unknown;
  readonly compute: Compute;
}

interface Group {
  readonly id: unknown;
  readonly accumulators: readonly Accumulator[];
}

/** Bookkeeping of one group besides its values. */
const GROUP_BYTES = 200;

/** @throws {CommandError} */
export function parseGroup(specification: unknown): GroupPlan {
  if (!isDoc(specification)) throw new CommandError(15947, "a group's fields must be specified in an object");
  if (!Object.hasOwn(specification, '_id'))
    throw new CommandError(15955, 'a group specification must include an _id');
  const { _id: idExpression, ...definitions } = specification;
  const fields = Object.entries(definitions).map(([field, definition]) => parseField(field, definition));
  return { id: compileExpression(idExpression), idExpression, fields };
}

function parseField(field: string, definition: unknown): GroupField {
  if (field.includes('.') || field.startsWith('$'))
    throw new CommandError(40235, `A group's field '${field}' cannot contain '.' or start with '$'`);
  const [entry, ...others] = isDoc(definition) ? Object.entries(definition) : [];
  if (!entry || others.length > 0)
    throw new CommandError(40234, `The field '${field}' must be an object with one accumulator`);
  const [operator, argument] = entry;
  if (!Object.hasOwn(ACCUMULATORS, operator)) throw unknownName('accumulator', operator, 15952);
  if (operator !== '$count') return { field, operator, argument, compute: compileExpression(argument) };
  if (!isDoc(argument) || Object.keys(argument).length > 0)
    throw new CommandError(9, '$count takes no arguments, i.e. $count:{}');
  return { field, operator, argument: new Int32(1), compute: () => new Int32(1) };
}

/** Documents gathered by equal `_id`, in the order in which the groups were met. */
export class Groups {
  private readonly groups = new Map<string, Group>();
  private bytes = 0;

  constructor(private readonly plan: GroupPlan) {}

  /**
   * @param times how many documents look like this one to the group's expressions
   * @throws {CommandError} QueryExceededMemoryLimitNoDiskUseAllowed
   */
  add(document: Doc, times: number): void {
    const { accumulators } = this.groupOf(this.plan.id(document) ?? null);
    for (const [i, { operator, compute }] of this.plan.fields.entries()) {
      const value = compute(document);
      accumulators[i]?.add(value, times);
      if (operator === '$push' || operator === '$addToSet') this.bytes += boundedSize({ value });
    }
    if (this.bytes > MAX_MEMORY_BYTES)
      throw new CommandError(292, `$group exceeds the memory limit of ${MAX_MEMORY_BYTES} bytes`);
  }

  documents(): Doc[] {
    return [...this.groups.values()].map(({ id, accumulators }) => {
      const fields = this.plan.fields.map(({ field }, i) => [field, accumulators[i]?.result()] as const);
      const made = { _id: id, ...Object.fromEntries(fields) };
      boundedSize(made);
      return made;
    });
  }

  private groupOf(id: unknown): Group {
    const key = valueKey(id).toString('latin1');
    const known = this.groups.get(key);
    if (known) return known;
    const accumulators = this.plan.fields.map(({ operator }) => ACCUMULATORS[operator]?.()) as Accumulator[];
    const group = { id, accumulators };
    this.groups.set(key, group);
    this.bytes += GROUP_BYTES + key.length + boundedSize({ id });
    return group;
  }
}

/** `$bucket`: a group by ranges, named by their lower boundary. @throws {CommandError} */
export function parseBucket(specification: unknown): GroupPlan {
  if (!isDoc(specification)) throw new CommandError(40201, 'Argument to $bucket stage must be an object');
  const { groupBy, boundaries, default: other, output, ...unknown } = specification;
  const [name] = Object.keys(unknown);
  if (name) throw new CommandError(40197, `Unrecognized option to $bucket: ${name}.`);
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new CommandError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  if (boundaries.some((boundary, i) => i > 0 && compareValues(boundaries[i - 1], boundary) >= 0))
    throw new CommandError(40194, "The 'boundaries' option to $bucket must be sorted in ascending order");
  const value = compileExpression(groupBy);
  const lowerBoundary = (document: Doc): unknown => {
    const found = value(document) ?? null;
    const above = boundaries.findIndex((boundary) => compareValues(found, boundary) < 0);
    if (above > 0) return boundaries[above - 1];
    if (other !== undefined) return other;
    throw new CommandError(40066, '$bucket found no range for a value, and no default was specified.');
  };
  return {
    ...parseGroup({ _id: null, ...(isDoc(output) ? output : { count: { $sum: new Int32(1) } }) }),
    id: lowerBoundary,
  };
}
