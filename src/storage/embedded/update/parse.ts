import { typeName } from '../bson-types.js';
import { CommandError, unknownName, unsupported } from '../errors.js';
import { compileFilter, parseFilter, pathsOf } from '../query/filter.js';
import { isPosition, splitPath } from '../query/paths.js';
import { type Doc, isDoc } from '../values.js';
import { type Change, OPERATORS } from './operators.js';

/** Identifier of `$[identifier]` → which array elements it means. */
export type ArrayFilters = ReadonlyMap<string, (element: unknown) => boolean>;

/** One operator at one path of an update. */
export interface Operation {
  readonly operator: string;
  readonly path: string;
  readonly parts: readonly string[];
  readonly change: Change;
}

/** An update, checked and taken apart once for many documents. */
export type Update =
  | { readonly kind: 'replace'; readonly document: Doc }
  | {
      readonly kind: 'modify';
      readonly operations: readonly Operation[];
      readonly arrayFilters: ArrayFilters;
    };

/** @throws {CommandError} for everything outside the supported operators, for conflicts and bad paths */
export function parseUpdate(update: unknown, arrayFilters: unknown, now: Date): Update {
  if (Array.isArray(update)) throw unsupported('a pipeline as an update');
  if (!isDoc(update)) throw new CommandError(9, 'Update argument must be either an object or an array');
  const filters = parseArrayFilters(arrayFilters);
  const isReplacement = !Object.keys(update)[0]?.startsWith('$');
  const dollar = isReplacement && Object.keys(update).find((field) => field.startsWith('$'));
  if (dollar)
    throw new CommandError(52, `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement`);
  // New fields appear in the order of their names, whatever the order of the update: as in MongoDB since 5.0.
  const operations = isReplacement
    ? []
    : Object.entries(update)
        .flatMap(([name, fields]) => parseOperator(name, fields, now))
        .sort((a, b) => comparePaths(a.parts, b.parts));
  refuseConflicts(operations);
  refuseUnused(filters, operations);
  if (isReplacement) return { kind: 'replace', document: update };
  return { kind: 'modify', operations, arrayFilters: filters };
}

/** Whether the positional `$` needs to know which element the query matched. */
export function needsPosition(update: Update | undefined): boolean {
  return update?.kind === 'modify' && update.operations.some(({ parts }) => parts.includes('$'));
}

/** The identifier in a path's `$[identifier]`, undefined for any other part. */
export function filterIdentifier(part: string): string | undefined {
  return part.startsWith('$[') ? /^\$\[([a-z][a-zA-Z0-9]*)\]$/.exec(part)?.[1] : undefined;
}

function parseOperator(operator: string, fields: unknown, now: Date): Operation[] {
  const makeChange = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!makeChange) throw unknownName('update operator', operator, 9);
  if (!isDoc(fields))
    throw new CommandError(9, `Modifiers operate on fields but ${operator} has a ${typeName(fields)}`);
  return Object.entries(fields).map(([path, argument]) => {
    return { operator, path, parts: parsePath(path), change: makeChange(argument, path, now) };
  });
}

function parsePath(path: string): readonly string[] {
  const parts = splitPath(path);
  if (parts.includes('')) throw new CommandError(56, `The update path '${path}' has an empty field name`);
  if (!path.includes('$')) return parts;
  const isName = (part: string) => !part.startsWith('$') || part === '$' || part === '$[]';
  const dollar = parts.find((part) => !isName(part) && filterIdentifier(part) === undefined);
  if (dollar)
    throw new CommandError(52, `The dollar ($) prefixed field '${dollar}' in '${path}' is not allowed`);
  if (parts[0]?.startsWith('$') || parts.filter((part) => part === '$').length > 1)
    throw new CommandError(2, `The positional operator is in a wrong place in path '${path}'`);
  return parts;
}

/** Two operators may not meet: neither at one path nor one inside the other's. */
function refuseConflicts(operations: readonly Operation[]): void {
  const paths = new Set(operations.map(({ path }) => path));
  const within = operations.find(({ parts }) =>
    parts.some((_, i) => i > 0 && paths.has(parts.slice(0, i).join('.'))),
  );
  const repeated = operations.find(({ path }) => !paths.delete(path));
  const conflict = within ?? repeated;
  if (conflict)
    throw new CommandError(
      40,
      `Updating the path '${conflict.path}' would create a conflict with another path`,
    );
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [x = '', y = ''] = [a[at], b[at]];
  return isPosition(x) && isPosition(y)
    ? Number(x) - Number(y)
    : Buffer.compare(Buffer.from(x), Buffer.from(y));
}

function parseArrayFilters(filters: unknown): ArrayFilters {
  const parsed = new Map<string, (element: unknown) => boolean>();
  if (filters === undefined || filters === null) return parsed;
  if (!Array.isArray(filters)) throw new CommandError(14, "'arrayFilters' must be an array");
  for (const filter of filters) {
    if (!isDoc(filter)) throw new CommandError(14, "'arrayFilters' must hold objects");
    const condition = parseFilter(filter);
    const [identifier = '', ...others] = new Set(pathsOf(condition).map((path) => path.split('.')[0] ?? ''));
    if (others.length > 0 || parsed.has(identifier) || filterIdentifier(`$[${identifier}]`) === undefined)
      throw new CommandError(9, `An array filter needs one field name of its own, found '${identifier}'`);
    const matches = compileFilter(condition);
    parsed.set(identifier, (element) => matches({ [identifier]: element }));
  }
  return parsed;
}

/** Every filter must be used, and every identifier must have one. */
function refuseUnused(filters: ArrayFilters, operations: readonly Operation[]): void {
  if (filters.size === 0 && !operations.some(({ path }) => path.includes('$['))) return;
  const wanted = new Set(operations.flatMap(({ parts }) => parts.map(filterIdentifier)));
  for (const identifier of wanted)
    if (identifier !== undefined && !filters.has(identifier))
      throw new CommandError(2, `No array filter found for identifier '${identifier}'`);
  for (const identifier of filters.keys())
    if (!wanted.has(identifier))
      throw new CommandError(9, `The array filter for identifier '${identifier}' was not used in the update`);
}
