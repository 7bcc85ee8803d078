import { randomInt } from 'node:crypto';

/** A press waits this long for its answer; the server's own figure is not documented. */
const TTL_MS = 60_000;
const KEPT = 10_000;

/** Pressed inline buttons that may still be answered. */
export interface CallbackQueries {
  /** @returns the query's id, 64-bit digits as real ones */
  open(personId: string): string;
  /** Whose press it was; undefined when the id is unknown or too old */
  personOf(queryId: string): string | undefined;
}

/** None yet. */
export function createCallbackQueries(now: () => Date): CallbackQueries {
  const queries = new Map<string, { readonly personId: string; readonly expiresAtMs: number }>();
  return {
    open(personId) {
      const id = `${randomInt(10 ** 9, 9 * 10 ** 9)}${String(randomInt(10 ** 9)).padStart(9, '0')}`;
      queries.set(id, { personId, expiresAtMs: now().getTime() + TTL_MS });
      const oldest = queries.keys().next();
      if (queries.size > KEPT && !oldest.done) queries.delete(oldest.value);
      return id;
    },
    personOf(queryId) {
      const query = queries.get(queryId);
      if (query === undefined || query.expiresAtMs < now().getTime()) return undefined;
      return query.personId;
    },
  };
}
