import { CommandError, unsupported } from '../errors.js';
import { EMPTY_ARRAY } from '../order.js';
import { isPosition } from '../query/paths.js';
import { type Doc, fieldOf, isDoc } from '../values.js';

/** The values a document has at the fields of an index: one tuple, or several when a field is an array. */
export interface KeyTuples {
  readonly tuples: readonly (readonly unknown[])[];
  /** For each field whether an array was met on its way, so that one document has several keys. */
  readonly viaArray: readonly boolean[];
  /** Every field was missing in every tuple. */
  readonly allMissing: boolean;
}

/** Where a walk along a path ended: at a value, or before an array that gives a key for each element. */
interface End {
  readonly value?: unknown;
  readonly array?: readonly unknown[];
  /** How many parts of the path lead to the array */
  readonly at?: number;
}

/**
 * Index keys of a document, as MongoDB makes them: missing counts as null, an array gives a key for each
 * element, and fields below the same array go together element by element.
 *
 * @throws {CommandError} CannotIndexParallelArrays when two fields meet different arrays
 */
export function keyTuples(document: Doc, paths: readonly (readonly string[])[]): KeyTuples {
  const ends = paths.map((path) => walk(document, path, 0));
  const viaArray = paths.map(() => false);
  const tuples: unknown[][] = [];
  let allMissing = true;
  expand(ends);
  return { tuples, viaArray, allMissing };

  function expand(ends: readonly End[]): void {
    const array = ends.find((end) => end.array)?.array;
    if (!array) {
      tuples.push(ends.map(({ value }) => value ?? null));
      allMissing &&= ends.every(({ value }) => value === undefined);
      return;
    }
    for (const element of array.length === 0 ? [EMPTY_ARRAY] : array)
      expand(ends.map((end, i) => enter(end, i, array, element)));
  }

  function enter(end: End, i: number, array: readonly unknown[], element: unknown): End {
    if (!end.array) return end;
    if (end.array !== array) throw new CommandError(171, 'cannot index parallel arrays');
    const path = paths[i] ?? [];
    const at = end.at ?? 0;
    viaArray[i] = true;
    // The element at the end of a path is kept whole, also when it is an array itself.
    if (at === path.length) return { value: element };
    if (isPosition(path[at] ?? '')) throw unsupported(`a key of an array's position ('${path.join('.')}')`);
    return isDoc(element) ? walk(element, path, at) : {};
  }
}

function walk(document: Doc, path: readonly string[], from: number): End {
  let value: unknown = document;
  for (let at = from; at < path.length; at += 1) {
    if (Array.isArray(value)) return { array: value, at };
    if (!isDoc(value)) return {};
    value = fieldOf(value, path[at] ?? '');
  }
  return Array.isArray(value) ? { array: value, at: path.length } : { value };
}
