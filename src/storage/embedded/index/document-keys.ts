import { CommandError } from '../errors.js';
import { type Doc, fieldOf, isDoc } from '../values.js';
import { EMPTY_ARRAY } from './key-encoding.js';

/** The values a document has at the fields of an index: one tuple, or several when a field is an array. */
export interface KeyTuples {
  readonly tuples: readonly (readonly unknown[])[];
  /** For each field whether an array was met on its way, so that one document has several keys; empty: none. */
  readonly viaArray: readonly boolean[];
  /** For each field whether it was missing in every tuple. */
  readonly missing: readonly boolean[];
}

/** No field met an array. */
const NONE: readonly boolean[] = [];

/** Where one field's walk stands: a value, and the part of the path still to go. */
interface Walk {
  readonly value: unknown;
  readonly rest: readonly string[];
}

/**
 * Index keys of a document, as MongoDB makes them: missing counts as null, an array gives a key for each
 * element, and fields below the same array go together element by element.
 *
 * @throws {CommandError} CannotIndexParallelArrays when two fields meet different arrays
 */
export function keyTuples(document: Doc, paths: readonly (readonly string[])[]): KeyTuples {
  const plain = plainTuple(document, paths);
  if (plain) return plain;
  const viaArray = paths.map(() => false);
  const missing = paths.map(() => true);
  const tuples: unknown[][] = [];
  expand(paths.map((rest) => ({ value: document, rest })));
  return { tuples, viaArray, missing };

  function expand(walks: readonly Walk[]): void {
    const stopped = walks.map(walkToArray);
    const array = stopped.find(({ value }) => Array.isArray(value))?.value;
    if (array === undefined) {
      tuples.push(stopped.map(({ value }, i) => finish(value, i)));
      return;
    }
    const elements = array as unknown[];
    for (const element of elements.length === 0 ? [EMPTY_ARRAY] : elements)
      expand(stopped.map((walk, i) => stepInto(walk, i, elements, element)));
  }

  function stepInto(walk: Walk, i: number, array: readonly unknown[], element: unknown): Walk {
    if (!Array.isArray(walk.value)) return walk;
    if (walk.value !== array) throw new CommandError(171, 'cannot index parallel arrays');
    viaArray[i] = true;
    if (walk.rest.length === 0) return { value: new Final(element), rest: [] };
    return { value: isDoc(element) ? element : undefined, rest: walk.rest };
  }

  function finish(value: unknown, i: number): unknown {
    const final = value instanceof Final ? value.value : value;
    if (final === undefined) return null;
    missing[i] = false;
    return final;
  }
}

/** The usual case: no array on any path. */
function plainTuple(document: Doc, paths: readonly (readonly string[])[]): KeyTuples | undefined {
  const tuple: unknown[] = [];
  const missing: boolean[] = [];
  for (const path of paths) {
    let value: unknown = document;
    for (const field of path) {
      if (Array.isArray(value)) return undefined;
      value = isDoc(value) ? fieldOf(value, field) : undefined;
    }
    if (Array.isArray(value)) return undefined;
    missing.push(value === undefined);
    tuple.push(value ?? null);
  }
  return { tuples: [tuple], viaArray: NONE, missing };
}

/** An element of an indexed array: kept whole, also when it is an array itself. */
class Final {
  constructor(readonly value: unknown) {}
}

function walkToArray({ value, rest }: Walk): Walk {
  let at = value;
  for (const [i, field] of rest.entries()) {
    if (Array.isArray(at)) return { value: at, rest: rest.slice(i) };
    if (!isDoc(at)) return { value: undefined, rest: [] };
    at = fieldOf(at, field);
  }
  return { value: at, rest: [] };
}
