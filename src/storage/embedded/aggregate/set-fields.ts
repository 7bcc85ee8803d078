import { CommandError } from '../errors.js';
import { splitPath } from '../query/paths.js';
import { type Doc, fieldOf, isDoc } from '../values.js';
import { type Compute, compileExpression } from './expressions.js';

/** `$addFields`: computed fields put into a copy of the document, through arrays into each of their documents. */
export function setFields(specification: unknown): (document: Doc) => Doc {
  if (!isDoc(specification) || Object.keys(specification).length === 0)
    throw new CommandError(40272, '$addFields specification stage must be a non-empty object');
  const fields = Object.entries(specification).flatMap(([path, value]) => readField(path, value));
  return (document) =>
    fields.reduce((changed, { path, compute }) => setAt(changed, path, compute(document)) as Doc, document);
}

interface ComputedField {
  readonly path: readonly string[];
  readonly compute: Compute;
}

/** `{ a: { b: … } }` sets `a.b` and leaves the rest of `a`. */
function readField(path: string, value: unknown): ComputedField[] {
  const isNested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
  if (isNested)
    return Object.entries(value).flatMap(([field, inner]) => readField(`${path}.${field}`, inner));
  const parts = splitPath(path);
  if (parts.includes('')) throw new CommandError(40353, `'${path}' is not a valid field path`);
  if (parts.some((part) => part.startsWith('$')))
    throw new CommandError(16410, `FieldPath field names may not start with '$': ${path}`);
  return [{ path: parts, compute: compileExpression(value) }];
}

function setAt(container: unknown, [field, ...rest]: readonly string[], value: unknown): unknown {
  if (field === undefined) return value;
  if (Array.isArray(container))
    return container.map((element: unknown) => setAt(element, [field, ...rest], value));
  const document = isDoc(container) ? container : {};
  const inner = setAt(fieldOf(document, field), rest, value);
  if (inner !== undefined) return { ...document, [field]: inner };
  const { [field]: _, ...others } = document;
  return others;
}
