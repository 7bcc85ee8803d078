import { CommandError } from '../errors.js';
import { type Doc, fieldOf, isDoc } from '../values.js';

/** A field name that is an array's position. */
const POSITION = /^(0|[1-9]\d*)$/;

/** What a path leads to. `position` is the element of the outermost array that was entered on the way. */
export type Visit = (value: unknown, position: number | undefined) => boolean;

/** Splits a dotted path. @throws {CommandError} for names that would reach into JavaScript's own objects */
export function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('__proto__'))
    throw new CommandError(2, `the field name '__proto__' cannot be used in '${path}'`);
  return parts;
}

export function isPosition(field: string): boolean {
  return POSITION.test(field);
}

/**
 * Walks to everything a path of a query means in a document, through arrays as MongoDB does: each element
 * that is a document is entered, a number enters the element at that place; at the end an array gives its
 * elements and then itself. A missing field gives `undefined`; an array with nothing to enter gives nothing.
 *
 * @param visit returns true to stop: the walk then returns true
 */
export function visitPath(value: unknown, path: readonly string[], visit: Visit): boolean {
  return walk(value, path, 0, visit, undefined, true);
}

/** Like `visitPath`, but an array at the end is only itself: what `$exists`, `$size` and `$elemMatch` look at. */
export function visitWhole(value: unknown, path: readonly string[], visit: Visit): boolean {
  return walk(value, path, 0, visit, undefined, false);
}

function walk(
  value: unknown,
  path: readonly string[],
  from: number,
  visit: Visit,
  position: number | undefined,
  opensLast: boolean,
): boolean {
  const field = path[from];
  if (field === undefined) return opensLast ? visitEnd(value, visit, position) : visit(value, position);
  if (Array.isArray(value)) return walkElements(value, path, from, visit, position, opensLast);
  if (!isDoc(value)) return visit(undefined, position);
  return walk(fieldOf(value, field), path, from + 1, visit, position, opensLast);
}

function visitEnd(value: unknown, visit: Visit, position: number | undefined): boolean {
  if (!Array.isArray(value)) return visit(value, position);
  for (let i = 0; i < value.length; i += 1) if (visit(value[i], position ?? i)) return true;
  return visit(value, position);
}

function walkElements(
  array: readonly unknown[],
  path: readonly string[],
  from: number,
  visit: Visit,
  position: number | undefined,
  opensLast: boolean,
): boolean {
  const field = path[from] ?? '';
  for (let i = 0; i < array.length; i += 1) {
    const element = array[i];
    const at = position ?? i;
    if (isDoc(element) && walk(element, path, from, visit, at, opensLast)) return true;
    if (String(i) !== field) continue;
    const isEnd = from + 1 === path.length;
    const leadsOn = isDoc(element) || Array.isArray(element);
    if (isEnd ? visit(element, at) : leadsOn && walk(element, path, from + 1, visit, at, opensLast))
      return true;
  }
  return false;
}

/** The value at a plain path, through documents only: what sort keys of `_id` and upserts use. */
export function valueAt(document: Doc, path: readonly string[]): unknown {
  let at: unknown = document;
  for (const field of path) {
    if (!isDoc(at)) return undefined;
    at = fieldOf(at, field);
  }
  return at;
}
