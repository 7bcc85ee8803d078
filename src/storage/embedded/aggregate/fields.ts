import { CommandError } from '../errors.js';
import { splitPath } from '../query/paths.js';
import { type Doc, fieldOf, isDoc, wholeNumber } from '../values.js';
import { type Compute, compileExpression } from './expressions.js';

/** One computed field: where it goes, and how. */
export interface ComputedField {
  readonly path: readonly string[];
  readonly compute: Compute;
}

/** `$addFields`: computed fields put into a copy of the document. */
export function addFields(specification: unknown): (document: Doc) => Doc {
  if (!isDoc(specification) || Object.keys(specification).length === 0)
    throw new CommandError(40272, '$addFields specification stage must be a non-empty object');
  const fields = Object.entries(specification).flatMap(([path, value]) => parseField(path, value));
  return (document) => setFields(document, fields, document);
}

/** @param source what the fields are computed from */
export function setFields(document: Doc, fields: readonly ComputedField[], source: Doc): Doc {
  return fields.reduce(
    (changed, { path, compute }) => setAt(changed, path, compute(source)) as Doc,
    document,
  );
}

/** Sets a value at a path, through arrays into each of their documents; undefined takes the field away. */
export function setAt(container: unknown, path: readonly string[], value: unknown): unknown {
  const [field, ...rest] = path;
  if (field === undefined) return value;
  if (Array.isArray(container)) return container.map((element: unknown) => setAt(element, path, value));
  const document = isDoc(container) ? container : {};
  const inner = setAt(fieldOf(document, field), rest, value);
  if (inner !== undefined) return { ...document, [field]: inner };
  const { [field]: _, ...others } = document;
  return others;
}

/** `{ a: { b: … } }` sets `a.b` and leaves the rest of `a`. */
function parseField(path: string, value: unknown): ComputedField[] {
  const first = isDoc(value) ? Object.keys(value)[0] : undefined;
  if (isDoc(value) && first !== undefined && !first.startsWith('$'))
    return Object.entries(value).flatMap(([field, inner]) => parseField(`${path}.${field}`, inner));
  return [{ path: parseFieldPath(path), compute: compileExpression(value) }];
}

/** @throws {CommandError} for empty names and names with `$` */
export function parseFieldPath(path: string): string[] {
  const parts = splitPath(path);
  if (parts.includes('')) throw new CommandError(40353, `'${path}' is not a valid field path`);
  if (parts.some((part) => part.startsWith('$')))
    throw new CommandError(16410, `FieldPath field names may not start with '$': ${path}`);
  return parts;
}

/** The value at a path through documents only. */
export function valueAt(document: Doc, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, field) => (isDoc(at) ? fieldOf(at, field) : undefined), document);
}

/** `$unwind`: one document for each element of an array. @throws {CommandError} */
export function unwind(specification: unknown): (document: Doc) => Iterable<Doc> {
  const options = isDoc(specification) ? specification : { path: specification };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays: keepsEmpty = false, ...unknown } = options;
  const [name] = Object.keys(unknown);
  if (name) throw new CommandError(28811, `unrecognized option to $unwind stage: ${name}`);
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new CommandError(28818, "path option to $unwind stage should be prefixed with a '$'");
  if (typeof keepsEmpty !== 'boolean')
    throw new CommandError(28809, 'expected a boolean for the preserveNullAndEmptyArrays option');
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || includeArrayIndex === ''))
    throw new CommandError(28810, 'expected a non-empty string for the includeArrayIndex option');
  const parts = parseFieldPath(path.slice(1));
  const indexParts = includeArrayIndex === undefined ? undefined : parseFieldPath(includeArrayIndex);
  const numbered = (document: unknown, i: number | null) =>
    (indexParts ? setAt(document, indexParts, i === null ? null : wholeNumber(i)) : document) as Doc;
  return function* (document) {
    const value = valueAt(document, parts);
    const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    if (Array.isArray(value))
      for (const [i, element] of value.entries()) yield numbered(setAt(document, parts, element), i);
    if (isEmpty && keepsEmpty)
      yield numbered(Array.isArray(value) ? setAt(document, parts, undefined) : document, null);
    if (!isEmpty && !Array.isArray(value)) yield numbered(document, null);
  };
}
