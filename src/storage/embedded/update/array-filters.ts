import { CommandError } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { type Condition, parseFilter } from '../query/parse.js';
import { type Doc, isDoc } from '../values.js';

/** Identifier of `$[identifier]` → which array elements it means. */
export type ArrayFilters = ReadonlyMap<string, (element: unknown) => boolean>;

/** The identifier in a path's `$[identifier]`, undefined for any other part. */
export function filterIdentifier(part: string): string | undefined {
  return /^\$\[([a-z][a-zA-Z0-9]*)\]$/.exec(part)?.[1];
}

/** @throws {CommandError} FailedToParse */
export function parseArrayFilters(filters: unknown): ArrayFilters {
  const parsed = new Map<string, (element: unknown) => boolean>();
  if (filters === undefined || filters === null) return parsed;
  if (!Array.isArray(filters))
    throw new CommandError(14, "BSON field 'arrayFilters' is the wrong type, expected type 'array'");
  for (const filter of filters) {
    if (!isDoc(filter)) throw new CommandError(14, "BSON field 'arrayFilters' must hold objects");
    const condition = parseFilter(filter);
    const identifier = identifierOf(condition, filter);
    if (parsed.has(identifier))
      throw new CommandError(
        9,
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    const matches = compileFilter(condition);
    parsed.set(identifier, (element) => matches({ [identifier]: element }));
  }
  return parsed;
}

/** @throws {CommandError} when a filter names nothing in the update, or a path has no filter */
export function refuseUnused(filters: ArrayFilters, parts: readonly string[]): void {
  const wanted = new Set(parts.map(filterIdentifier).filter((one) => one !== undefined));
  for (const identifier of wanted)
    if (!filters.has(identifier))
      throw new CommandError(2, `No array filter found for identifier '${identifier}'`);
  for (const identifier of filters.keys())
    if (!wanted.has(identifier))
      throw new CommandError(9, `The array filter for identifier '${identifier}' was not used in the update`);
}

function identifierOf(condition: Condition, filter: Doc): string {
  const names = new Set(topLevelNames(condition));
  const [name] = names;
  if (name === undefined || Object.keys(filter).length === 0)
    throw new CommandError(9, 'Cannot use an expression without a top-level field name in arrayFilters');
  if (names.size > 1)
    throw new CommandError(
      9,
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
    );
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    throw new CommandError(
      2,
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
    );
  return name;
}

function topLevelNames(condition: Condition): string[] {
  return condition.kind === 'field' ? [condition.parts[0] ?? ''] : condition.parts.flatMap(topLevelNames);
}
