import { ObjectId } from 'bson';
import { equalValues, identicalValues } from '../compare.js';
import { CommandError } from '../errors.js';
import type { Condition } from '../query/parse.js';
import { isPosition } from '../query/paths.js';
import { type Doc, fieldOf, isDoc, typeName } from '../values.js';
import { type ArrayFilters, filterIdentifier } from './array-filters.js';
import { type Change, REMOVED, UNCHANGED } from './change.js';
import type { Update } from './parse.js';

/** What a path of an update may refer to besides the document. */
interface Context {
  readonly arrayFilters: ArrayFilters;
  /** The array element that the query matched */
  readonly position: number | undefined;
}

/** An array may be filled up with at most so many nulls by one `$set` of an element. */
const MAX_PADDING = 1_500_000;

/**
 * Applies an update to a freshly decoded document, changing it in place.
 *
 * @param position the array element that the query matched, for the positional `$`
 * @returns the document to store, or undefined when nothing changed
 * @throws {CommandError} ImmutableField, PathNotViable, TypeMismatch …; the document is then useless
 */
export function applyUpdate(update: Update, document: Doc, position: number | undefined): Doc | undefined {
  const id = fieldOf(document, '_id');
  if (update.kind === 'replace') {
    const after = replacement(update.document, id);
    return identicalValues(document, after) ? undefined : after;
  }
  const context = { arrayFilters: update.arrayFilters, position };
  let changed = false;
  for (const { operator, parts, change } of update.operations)
    if (operator !== '$setOnInsert') changed = changeAt(document, parts, 0, change, context) || changed;
  if (changed && !equalValues(fieldOf(document, '_id'), id))
    throw new CommandError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  return changed ? document : undefined;
}

/** The document an upsert inserts: the filter's equalities, then the update, `_id` in front. */
export function upsertedDocument(update: Update, filter: Condition): Doc {
  const document: Doc = {};
  if (update.kind === 'replace') {
    const wanted = equalities(filter).find(({ path }) => path === '_id');
    return withId(replacement(update.document, wanted?.operand));
  }
  const context = { arrayFilters: update.arrayFilters, position: undefined };
  for (const { path, parts, operand } of equalities(filter)) {
    if (path.startsWith('$') || parts.includes('__proto__')) continue;
    changeAt(document, parts, 0, () => operand, context);
  }
  const id = fieldOf(document, '_id');
  for (const { parts, change } of update.operations) changeAt(document, parts, 0, change, context);
  if (id !== undefined && !equalValues(fieldOf(document, '_id'), id))
    throw new CommandError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  return withId(document);
}

function withId(document: Doc): Doc {
  const { _id: id = new ObjectId(), ...fields } = document;
  return { _id: id, ...fields };
}

function replacement(document: Doc, id: unknown): Doc {
  const own = fieldOf(document, '_id');
  if (id === undefined) return document;
  if (own !== undefined && !equalValues(own, id))
    throw new CommandError(
      66,
      "After applying the update, the (immutable) field '_id' was found to have been altered",
    );
  const { _id: _, ...fields } = document;
  return { _id: id, ...fields };
}

interface Equality {
  readonly path: string;
  readonly parts: readonly string[];
  readonly operand: unknown;
}

/** Fields that a filter pins to one value: `$eq`, `$in` and `$all` of one, also within `$and` and a lone `$or`. */
function equalities(filter: Condition): Equality[] {
  if (filter.kind === 'and' || (filter.kind === 'or' && filter.parts.length === 1)) {
    const found = filter.parts.flatMap(equalities);
    const seen = new Set<string>();
    for (const { path } of found) {
      if (seen.has(path))
        throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
      seen.add(path);
    }
    return found;
  }
  if (filter.kind !== 'field') return [];
  const { path, parts, test } = filter;
  if (test.kind === 'compare' && test.operator === '$eq') return [{ path, parts, operand: test.operand }];
  if (test.kind === 'in' && test.values.length === 1 && test.patterns.length === 0)
    return [{ path, parts, operand: test.values[0] }];
  return [];
}

/** Follows a path from a document or array and changes what it leads to. @returns whether anything changed */
function changeAt(
  container: Doc | unknown[],
  parts: readonly string[],
  from: number,
  change: Change,
  context: Context,
): boolean {
  const part = parts[from] ?? '';
  if (part.startsWith('$')) return changeElements(container, parts, from, change, context);
  if (Array.isArray(container) && !isPosition(part)) {
    // Nothing to remove there; nothing can be made there either.
    if (change(undefined) === UNCHANGED) return false;
    throw new CommandError(28, `Cannot create field '${part}' in element {${parts[from - 1]}: [...]}`);
  }
  return changeChild(container, part, parts, from, change, context);
}

function changeElements(
  container: Doc | unknown[],
  parts: readonly string[],
  from: number,
  change: Change,
  context: Context,
): boolean {
  if (!Array.isArray(container)) throw notAnArray(parts, from);
  let changed = false;
  for (const i of meantElements(container, parts[from] ?? '', context))
    changed = changeChild(container, String(i), parts, from, change, context) || changed;
  return changed;
}

function notAnArray(parts: readonly string[], end: number): CommandError {
  const path = parts.slice(0, end).join('.');
  return new CommandError(2, `Cannot apply array updates to non-array element ${path}`);
}

function meantElements(
  array: readonly unknown[],
  part: string,
  { position, arrayFilters }: Context,
): number[] {
  if (part === '$') {
    if (position === undefined)
      throw new CommandError(2, 'The positional operator did not find the match needed from the query.');
    return [position];
  }
  const indexes = [...array.keys()];
  const accepts = arrayFilters.get(filterIdentifier(part) ?? '');
  return accepts ? indexes.filter((i) => accepts(array[i])) : indexes;
}

function changeChild(
  container: Doc | unknown[],
  field: string,
  parts: readonly string[],
  from: number,
  change: Change,
  context: Context,
): boolean {
  const current = Array.isArray(container) ? container[Number(field)] : fieldOf(container, field);
  if (from === parts.length - 1) return store(container, field, change(current));
  if (isDoc(current) || Array.isArray(current)) return changeAt(current, parts, from + 1, change, context);
  if (current !== undefined && parts[from + 1]?.startsWith('$')) throw notAnArray(parts, from + 1);
  if (current !== undefined) {
    if (change(undefined) === UNCHANGED) return false;
    throw new CommandError(
      28,
      `Cannot create field '${parts[from + 1]}' in element {${field}: a ${typeName(current)}}`,
    );
  }
  if (parts[from + 1]?.startsWith('$'))
    throw new CommandError(
      2,
      `The path '${parts.slice(0, from + 1).join('.')}' must exist in the document in order to apply array updates.`,
    );
  const made: Doc = {};
  if (!changeAt(made, parts, from + 1, change, context)) return false;
  return store(container, field, made);
}

function store(container: Doc | unknown[], field: string, value: unknown): boolean {
  if (value === UNCHANGED) return false;
  if (!Array.isArray(container)) {
    if (value === REMOVED) delete container[field];
    else container[field] = value;
    return true;
  }
  const at = Number(field);
  if (at - container.length > MAX_PADDING)
    throw new CommandError(2, `cannot create so many array elements: ${at - container.length}`);
  while (container.length < at) container.push(null);
  // A removed element leaves null: the others keep their places.
  container[at] = value === REMOVED ? null : value;
  return true;
}
