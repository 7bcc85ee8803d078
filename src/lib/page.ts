/** One page of a list. `nextCursor` is opaque and null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Which page: `limit` rows after `cursor`. */
export interface PageRequest {
  readonly cursor?: string | undefined;
  /** 1–200 */
  readonly limit: number;
}
