import { CommandError } from '../errors.js';
import { splitPath, valueAt } from '../query/paths.js';
import { type Doc, fieldOf, isDoc, wholeNumber } from '../values.js';

/** `$unwind`: one document for each element of an array. */
export function unwind(specification: unknown): (document: Doc) => Doc[] {
  const options = isDoc(specification) ? specification : { path: specification };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false, ...unknown } = options;
  const [name] = Object.keys(unknown);
  if (name) throw new CommandError(28811, `unrecognized option to $unwind stage: ${name}`);
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2)
    throw new CommandError(28818, "path option to $unwind stage should be prefixed with a '$'");
  if (typeof preserveNullAndEmptyArrays !== 'boolean')
    throw new CommandError(
      28809,
      'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage',
    );
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex === '' || includeArrayIndex.startsWith('$'))
  )
    throw new CommandError(
      28810,
      'expected a non-empty string for the includeArrayIndex option to $unwind stage',
    );
  const parts = splitPath(path.slice(1));
  const indexParts = typeof includeArrayIndex === 'string' ? splitPath(includeArrayIndex) : undefined;
  return (document) => {
    const value = valueAt(document, parts);
    const isNothing = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    if (isNothing && !preserveNullAndEmptyArrays) return [];
    const numbered = (changed: Doc, i: number | null) =>
      indexParts ? put(changed, indexParts, i === null ? null : wholeNumber(i)) : changed;
    if (!Array.isArray(value)) return [numbered(document, null)];
    if (value.length === 0) return [numbered(put(document, parts, undefined), null)];
    return value.map((element: unknown, i) => numbered(put(document, parts, element), i));
  };
}

/** A copy with another value at a path through documents; undefined takes the field away. */
function put(document: Doc, [field = '', ...rest]: readonly string[], value: unknown): Doc {
  if (rest.length > 0) {
    const inner = fieldOf(document, field);
    return { ...document, [field]: put(isDoc(inner) ? inner : {}, rest, value) };
  }
  if (value !== undefined) return { ...document, [field]: value };
  const { [field]: _, ...others } = document;
  return others;
}
