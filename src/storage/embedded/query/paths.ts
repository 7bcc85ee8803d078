import { CommandError } from '../errors.js';
import { fieldOf, isDoc } from '../values.js';

/** What a path leads to. `position` is the element of the outermost array that was entered on the way. */
export type Visit = (value: unknown, position: number | undefined) => boolean;

/** Splits a dotted path. @throws {CommandError} for names that would reach into JavaScript's own objects */
export function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('__proto__'))
    throw new CommandError(2, `the field name '__proto__' cannot be used in '${path}'`);
  return parts;
}

/** Whether a field name is an array's position. */
export function isPosition(field: string): boolean {
  return /^(0|[1-9]\d*)$/.test(field);
}

/**
 * Walks to everything a path of a query means in a document, through arrays as MongoDB does: each element
 * that is a document is entered, a number enters the element at that place. A missing field gives `undefined`;
 * an array with nothing to enter gives nothing.
 *
 * @param opensLast an array at the end gives its elements and then itself; otherwise only itself, which is what
 *   `$exists`, `$size` and `$elemMatch` look at
 * @param visit returns true to stop: the walk then returns true
 */
export function visitPath(
  value: unknown,
  path: readonly string[],
  opensLast: boolean,
  visit: Visit,
  position?: number,
): boolean {
  const [field, ...rest] = path;
  if (field === undefined) {
    if (opensLast && Array.isArray(value) && value.some((element, i) => visit(element, position ?? i)))
      return true;
    return visit(value, position);
  }
  if (isDoc(value)) return visitPath(fieldOf(value, field), rest, opensLast, visit, position);
  if (!Array.isArray(value)) return visit(undefined, position);
  return value.some((element: unknown, i) => {
    const outer = position ?? i;
    if (isDoc(element) && visitPath(element, path, opensLast, visit, outer)) return true;
    if (String(i) !== field) return false;
    // The element in that place is what was asked for: at the end it is not opened.
    if (rest.length === 0) return visit(element, outer);
    return (isDoc(element) || Array.isArray(element)) && visitPath(element, rest, opensLast, visit, outer);
  });
}
