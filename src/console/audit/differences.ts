/** One field of what was changed. */
export interface Difference {
  /** `broadcasts.quietHours.from` */
  readonly path: string;
  /** Undefined: it was not there */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a line shows at most; the file has everything. */
const DIFFERENCES_MAX = 60;

/**
 * Fields that differ between two states of a thing, each as plain text.
 *
 * @param before canonical JSON; null: nothing was there
 */
export function differencesOf(before: string | null, after: string | null): readonly Difference[] {
  const earlier = fieldsOf(before);
  const later = fieldsOf(after);
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((path) => ({ path, before: earlier.get(path), after: later.get(path) }))
    .filter((difference) => difference.before !== difference.after)
    .slice(0, DIFFERENCES_MAX);
}

function fieldsOf(json: string | null): ReadonlyMap<string, string> {
  return json === null ? new Map() : new Map(walk('', JSON.parse(json)));
}

function walk(path: string, value: unknown): [string, string][] {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return [[path, value.map(plainWords).join(', ')]];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) =>
      walk(path === '' ? name : `${path}.${name}`, inner),
    );
  return [[path, plainWords(value)]];
}

function plainWords(value: unknown): string {
  if (value === null) return 'немає';
  if (typeof value === 'boolean') return value ? 'так' : 'ні';
  return String(value);
}
