import { compareStrings } from '../compare.js';
import { CommandError, unsupported } from '../errors.js';
import { isPosition } from '../query/paths.js';
import { type Doc, isDoc, typeName } from '../values.js';
import { type ArrayFilters, filterIdentifier, parseArrayFilters, refuseUnused } from './array-filters.js';
import type { Change } from './change.js';
import { OPERATORS, type OperatorName } from './operators.js';

/** One operator at one path of an update. */
export interface Operation {
  readonly operator: OperatorName;
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
      /** Top-level fields that can change */
      readonly fields: ReadonlySet<string>;
      /** The positional `$` needs to know which element the query matched. */
      readonly needsPosition: boolean;
    };

/** MongoDB's update operators that this database has not. */
const ELSEWHERE = new Set(['$mul', '$rename', '$bit', '$pop', '$pullAll', '$pushAll']);

/** @throws {CommandError} for everything outside the supported operators, for conflicts and bad paths */
export function parseUpdate(update: unknown, arrayFilters: unknown, now: Date): Update {
  if (Array.isArray(update)) throw unsupported('a pipeline as an update');
  if (!isDoc(update)) throw new CommandError(9, 'Update argument must be either an object or an array');
  const first = Object.keys(update)[0];
  if (!first?.startsWith('$')) return parseReplacement(update, arrayFilters);
  const filters = parseArrayFilters(arrayFilters);
  // New fields appear in the order of their names, whatever the order of the update: as in MongoDB since 5.0.
  const operations = Object.entries(update)
    .flatMap(([name, fields]) => parseOperator(name, fields, now))
    .sort((a, b) => comparePaths(a.parts, b.parts));
  refuseConflicts(operations);
  refuseUnused(
    filters,
    operations.flatMap(({ parts }) => parts),
  );
  return {
    kind: 'modify',
    operations,
    arrayFilters: filters,
    fields: new Set(operations.map(({ parts }) => parts[0] ?? '')),
    needsPosition: operations.some(({ parts }) => parts.includes('$')),
  };
}

function parseReplacement(document: Doc, arrayFilters: unknown): Update {
  for (const field of Object.keys(document))
    if (field.startsWith('$'))
      throw new CommandError(
        52,
        `The dollar ($) prefixed field '${field}' in '${field}' is not allowed in the context of an update's replacement document.`,
      );
  if (Array.isArray(arrayFilters) && arrayFilters.length > 0)
    throw new CommandError(9, 'arrayFilters may not be specified for a replacement-style update');
  return { kind: 'replace', document };
}

function parseOperator(name: string, fields: unknown, now: Date): Operation[] {
  const operator = name as OperatorName;
  const makeChange = Object.hasOwn(OPERATORS, name) ? OPERATORS[operator] : undefined;
  if (!makeChange) {
    if (ELSEWHERE.has(name)) throw unsupported(`the update operator ${name}`);
    throw new CommandError(
      9,
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields))
    throw new CommandError(
      9,
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ...}`,
    );
  return Object.entries(fields).map(([path, argument]) => ({
    operator,
    path,
    parts: parsePath(path),
    change: makeChange(argument, path, now),
  }));
}

function parsePath(path: string): readonly string[] {
  if (path === '') throw new CommandError(56, 'An empty update path is not valid.');
  const parts = path.split('.');
  for (const part of parts) {
    if (part === '')
      throw new CommandError(
        56,
        `The update path '${path}' contains an empty field name, which is not allowed.`,
      );
    if (part === '__proto__')
      throw new CommandError(2, `the field name '__proto__' cannot be used in '${path}'`);
    if (part.startsWith('$') && part !== '$' && part !== '$[]' && filterIdentifier(part) === undefined)
      throw new CommandError(
        52,
        `The dollar ($) prefixed field '${part}' in '${path}' is not allowed in the context of an update's replacement document.`,
      );
  }
  if (parts[0]?.startsWith('$'))
    throw new CommandError(
      2,
      `Cannot have positional (i.e. '$') element in the first position in path '${path}'`,
    );
  if (parts.filter((part) => part === '$').length > 1)
    throw new CommandError(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
  return parts;
}

/** Two operators may not meet: neither at one path nor one inside the other's. */
function refuseConflicts(operations: readonly Operation[]): void {
  const ends = new Set<string>();
  const inner = new Set<string>();
  for (const { path, parts } of operations) {
    const prefixes = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
    const met = inner.has(path) || ends.has(path) ? path : prefixes.find((prefix) => ends.has(prefix));
    if (met !== undefined)
      throw new CommandError(40, `Updating the path '${path}' would create a conflict at '${met}'`);
    ends.add(path);
    for (const prefix of prefixes) inner.add(prefix);
  }
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [x = '', y = ''] = [a[at], b[at]];
  return isPosition(x) && isPosition(y) ? Number(x) - Number(y) : compareStrings(x, y);
}
