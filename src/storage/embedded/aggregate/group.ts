import { calculateObjectSize } from 'bson';
import { compareValues } from '../compare.js';
import { CommandError } from '../errors.js';
import { encodeKey } from '../index/key-encoding.js';
import { MAX_MEMORY_BYTES } from '../query/sort.js';
import { type Doc, isDoc } from '../values.js';
import { type Accumulator, type FieldPlan, parseAccumulator } from './accumulators.js';
import { type Compute, compileExpression } from './expressions.js';
import type { Stage } from './stage.js';

/** A `$group`, taken apart. */
export interface GroupPlan {
  readonly id: Compute;
  /** The `_id` expression as it was written */
  readonly idExpression: unknown;
  readonly fields: readonly FieldPlan[];
}

/** Bookkeeping of one group besides its values. */
const GROUP_BYTES = 200;

/** @throws {CommandError} */
export function parseGroup(specification: unknown): GroupPlan {
  if (!isDoc(specification)) throw new CommandError(15947, "a group's fields must be specified in an object");
  if (!Object.hasOwn(specification, '_id'))
    throw new CommandError(15955, 'a group specification must include an _id');
  const { _id: idExpression, ...fields } = specification;
  return {
    id: compileExpression(idExpression),
    idExpression,
    fields: Object.entries(fields).map(([field, definition]) => parseAccumulator(field, definition)),
  };
}

interface Group {
  readonly id: unknown;
  readonly accumulators: readonly Accumulator[];
}

/** Documents gathered by equal `_id`, in the order in which the groups were met. */
export class Groups implements Stage {
  private readonly groups = new Map<string, Group>();
  private bytes = 0;

  constructor(private readonly plan: GroupPlan) {}

  push(documents: readonly Doc[]): Doc[] {
    for (const document of documents) this.add(document, 1);
    if (this.bytes > MAX_MEMORY_BYTES)
      throw new CommandError(
        292,
        `Exceeded memory limit of ${MAX_MEMORY_BYTES} bytes for $group, and the embedded database does not group on disk`,
      );
    return [];
  }

  /** @param times how many documents look like this one to the group's expressions */
  add(document: Doc, times: number): void {
    const { accumulators } = this.groupOf(this.plan.id(document) ?? null);
    for (const [i, field] of this.plan.fields.entries()) {
      const accumulator = accumulators[i];
      const before = accumulator?.bytes ?? 0;
      accumulator?.add(field.compute(document), times);
      this.bytes += (accumulator?.bytes ?? 0) - before;
    }
  }

  end(): Doc[] {
    return [...this.groups.values()].map(({ id, accumulators }) => {
      const fields = this.plan.fields.map(({ field }, i) => [field, accumulators[i]?.result()] as const);
      return { _id: id, ...Object.fromEntries(fields) };
    });
  }

  private groupOf(id: unknown): Group {
    const key = encodeKey([id], [1]).toString('latin1');
    const known = this.groups.get(key);
    if (known) return known;
    const group = { id, accumulators: this.plan.fields.map((field) => field.make()) };
    this.groups.set(key, group);
    this.bytes += GROUP_BYTES + key.length + calculateObjectSize({ id } as Doc);
    return group;
  }
}

/** `$sortByCount` is a `$group` and a sort. */
export function sortByCount(expression: unknown): Stage {
  const groups = new Groups(parseGroup({ _id: expression, count: { $sum: 1 } }));
  return {
    push: (documents) => groups.push(documents),
    end: () => groups.end().sort((a, b) => compareValues(b.count, a.count)),
  };
}

/** `$bucket`: groups by ranges. @throws {CommandError} */
export function bucket(specification: unknown): Stage {
  if (!isDoc(specification)) throw new CommandError(40201, 'Argument to $bucket stage must be an object');
  const { groupBy, boundaries, default: other, output, ...unknown } = specification;
  const [name] = Object.keys(unknown);
  if (name) throw new CommandError(40197, `Unrecognized option to $bucket: ${name}.`);
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new CommandError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  if (boundaries.some((boundary, i) => i > 0 && compareValues(boundaries[i - 1], boundary) >= 0))
    throw new CommandError(40194, "The 'boundaries' option to $bucket must be sorted in ascending order");
  const value = compileExpression(groupBy);
  const hasDefault = Object.hasOwn(specification, 'default');
  const plan = parseGroup({ _id: null, ...(isDoc(output) ? output : { count: { $sum: 1 } }) });
  const groups = new Groups({ ...plan, id: (document) => lowerBoundary(value(document)) });
  return {
    push: (documents) => groups.push(documents),
    end: () => groups.end().sort((a, b) => compareValues(a._id, b._id)),
  };

  function lowerBoundary(found: unknown): unknown {
    const above = (boundaries as unknown[]).findIndex(
      (boundary) => compareValues(found ?? null, boundary) < 0,
    );
    if (above > 0) return (boundaries as unknown[])[above - 1];
    if (hasDefault) return other;
    throw new CommandError(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  }
}
