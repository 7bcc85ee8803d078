import { CommandError } from '../errors.js';
import { type Doc, isDoc, wholeNumber } from '../values.js';
import { parseFieldPath, setAt, valueAt } from './fields.js';

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
