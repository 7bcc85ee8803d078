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
  return walk({ path, visit, opensLast: true }, value, 0, undefined);
}

/** Like `visitPath`, but an array at the end is only itself: what `$exists`, `$size` and `$elemMatch` look at. */
export function visitWhole(value: unknown, path: readonly string[], visit: Visit): boolean {
  return walk({ path, visit, opensLast: false }, value, 0, undefined);
}

interface Walk {
  readonly path: readonly string[];
  readonly visit: Visit;
  /** Whether an array at the end gives its elements too */
  readonly opensLast: boolean;
}

/** @param at how many parts of the path were followed to reach the value */
function walk(how: Walk, value: unknown, at: number, position: number | undefined): boolean {
  const field = how.path[at];
  if (Array.isArray(value))
    return field === undefined ? visitArray(how, value, position) : walkElements(how, value, at, position);
  if (field === undefined) return how.visit(value, position);
  if (!isDoc(value)) return how.visit(undefined, position);
  return walk(how, fieldOf(value, field), at + 1, position);
}

/** An array at the end of the path. */
function visitArray(how: Walk, array: readonly unknown[], position: number | undefined): boolean {
  if (how.opensLast)
    for (let i = 0; i < array.length; i += 1) if (how.visit(array[i], position ?? i)) return true;
  return how.visit(array, position);
}

/** An array on the way. */
function walkElements(
  how: Walk,
  array: readonly unknown[],
  at: number,
  position: number | undefined,
): boolean {
  const isEnd = at + 1 === how.path.length;
  for (let i = 0; i < array.length; i += 1) {
    const element = array[i];
    const outer = position ?? i;
    if (isDoc(element) && walk(how, element, at, outer)) return true;
    if (String(i) !== how.path[at]) continue;
    if (isEnd ? how.visit(element, outer) : leadsOn(element) && walk(how, element, at + 1, outer))
      return true;
  }
  return false;
}

function leadsOn(value: unknown): boolean {
  return isDoc(value) || Array.isArray(value);
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
