import { ObjectId } from 'bson';
import { typeName } from '../bson-types.js';
import { CommandError } from '../errors.js';
import { equalValues } from '../order.js';
import type { Condition } from '../query/filter.js';
import { isPosition, splitPath } from '../query/paths.js';
import { type Doc, fieldOf, identicalValues, isDoc } from '../values.js';
import type { Change } from './operators.js';
import { type ArrayFilters, filterIdentifier, type Update } from './parse.js';

/** One change at one path, and what the path may refer to besides the document. */
interface Step {
  readonly parts: readonly string[];
  readonly change: Change;
  readonly arrayFilters: ArrayFilters;
  /** The array element that the query matched */
  readonly position: number | undefined;
  /** Documents that this update made: the next change need not copy them once more */
  readonly fresh: Set<unknown>;
}

/** An array may be filled up with at most so many nulls by one `$set` of an element. */
const MAX_PADDING = 1_500_000;

/**
 * Applies an update to a document. What does not change is shared between both versions.
 *
 * @param position the array element that the query matched, for the positional `$`
 * @returns the document to store, or undefined when nothing changed
 * @throws {CommandError} ImmutableField, PathNotViable, TypeMismatch …
 */
export function applyUpdate(update: Update, document: Doc, position: number | undefined): Doc | undefined {
  const id = fieldOf(document, '_id');
  if (update.kind === 'replace') {
    const after = withId(update.document, id);
    return identicalValues(document, after) ? undefined : after;
  }
  const after = modify(update, document, position, false);
  refuseOtherId(after, id);
  return after === document ? undefined : after;
}

/** The document an upsert inserts: the filter's equalities, then the update, `_id` in front. */
export function upsertedDocument(update: Update, filter: Condition): Doc {
  const wanted = equalities(filter);
  if (update.kind === 'replace')
    return withId(update.document, wanted.get('_id') ?? fieldOf(update.document, '_id') ?? new ObjectId());
  let document: Doc = {};
  for (const [path, value] of wanted)
    document = modifyAt(
      document,
      0,
      stepTo(splitPath(path), () => value),
    ) as Doc;
  const id = fieldOf(document, '_id');
  const after = modify(update, document, undefined, true);
  if (id !== undefined) refuseOtherId(after, id);
  return withId(after, fieldOf(after, '_id') ?? new ObjectId());
}

function refuseOtherId(after: Doc, id: unknown): void {
  if (!equalValues(fieldOf(after, '_id'), id))
    throw new CommandError(66, "the update would modify the immutable field '_id'");
}

/** `_id` in front, as it was found; a document may only have the same. */
function withId(document: Doc, id: unknown): Doc {
  const { _id: own = id, ...fields } = document;
  refuseOtherId({ _id: own }, id);
  return { _id: id, ...fields };
}

function modify(
  { operations, arrayFilters }: Update & { kind: 'modify' },
  document: Doc,
  position: number | undefined,
  inserts: boolean,
): Doc {
  const fresh = new Set<unknown>();
  return operations
    .filter(({ operator }) => inserts || operator !== '$setOnInsert')
    .reduce<Doc>(
      (changed, { parts, change }) =>
        modifyAt(changed, 0, { parts, change, arrayFilters, position, fresh }) as Doc,
      document,
    );
}

function stepTo(parts: readonly string[], change: Change): Step {
  return { parts, change, arrayFilters: new Map(), position: undefined, fresh: new Set() };
}

/** Fields that a filter pins to one value: `$eq`, `$in` and `$all` of one, also within `$and` and a lone `$or`. */
function equalities(filter: Condition): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const conditions =
    filter.kind === 'and' || (filter.kind === 'or' && filter.parts.length === 1) ? filter.parts : [filter];
  for (const condition of conditions) {
    const inner = condition === filter ? ownEquality(condition) : equalities(condition);
    for (const [path, value] of inner) {
      if (found.has(path)) throw new CommandError(54, `the field '${path}' is matched twice`);
      found.set(path, value);
    }
  }
  return found;
}

function ownEquality(condition: Condition): Map<string, unknown> {
  if (condition.kind !== 'field') return new Map();
  const { path, operator, operand } = condition;
  if (operator === '$eq') return new Map([[path, operand]]);
  const isOne = operator === '$in' && Array.isArray(operand) && operand.length === 1;
  return new Map(isOne ? [[path, operand[0]]] : []);
}

/**
 * Follows a path from a value and changes what it leads to.
 *
 * @param at how many parts of the path were followed to reach the value
 * @returns the very same value when nothing changed
 */
function modifyAt(value: unknown, at: number, step: Step): unknown {
  const { parts, change } = step;
  const part = parts[at];
  if (part === undefined) return change(value);
  if (part.startsWith('$')) return modifyElements(value, at, step);
  if (Array.isArray(value) ? isPosition(part) : isDoc(value))
    return modifyChild(value as Doc, part, at, step);
  // Nothing to change there, and nothing can be made there; unless the change makes nothing of nothing.
  if (change(undefined) === undefined) return value;
  if (value === undefined) return modifyChild({}, part, at, step);
  throw new CommandError(28, `Cannot create field '${part}' in a ${typeName(value)} at '${parts[at - 1]}'`);
}

function modifyChild(container: Doc | readonly unknown[], field: string, at: number, step: Step): unknown {
  const current = fieldOf(container as Doc, field);
  const changed = modifyAt(current, at + 1, step);
  if (changed === current) return container;
  if (Array.isArray(container)) return withElement(container, Number(field), changed);
  const document = step.fresh.has(container) ? (container as Doc) : { ...container };
  step.fresh.add(document);
  if (changed === undefined) delete document[field];
  else document[field] = changed;
  return document;
}

/** `$`, `$[]` or `$[identifier]`: each element it means. */
function modifyElements(value: unknown, at: number, step: Step): unknown {
  const { parts, arrayFilters, position } = step;
  const part = parts[at] ?? '';
  if (!Array.isArray(value))
    throw new CommandError(2, `The path '${parts.slice(0, at).join('.')}' must lead to an array`);
  if (part === '$' && position === undefined)
    throw new CommandError(2, 'The positional operator did not find the match needed from the query.');
  const accepts = arrayFilters.get(filterIdentifier(part) ?? '') ?? (() => true);
  const changed = value.map((element: unknown, i) => {
    const isMeant = part === '$' ? i === position : accepts(element);
    return isMeant ? (modifyAt(element, at + 1, step) ?? null) : element;
  });
  return changed.every((element, i) => element === value[i]) ? value : changed;
}

/** A removed element leaves null: the others keep their places. */
function withElement(array: readonly unknown[], at: number, value: unknown): unknown[] {
  if (at - array.length > MAX_PADDING)
    throw new CommandError(2, `cannot create so many array elements: ${at - array.length}`);
  const changed = [...array];
  while (changed.length < at) changed.push(null);
  changed[at] = value ?? null;
  return changed;
}
