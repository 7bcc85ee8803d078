/** One row of a number's list: what somebody opens to check it. It is kept as it was when a report is signed. */
export interface ReportRow {
  /** Of the publication, hand-over, appeal (its number), subscriber or broadcast */
  readonly id: string;
  /** ISO moment */
  readonly at: string;
  readonly title: string;
  /** Where it can be opened: the material's address, or a page of the console */
  readonly href: string | null;
  readonly preparedBy: string | null;
  /** What else tells it apart: kind, outlet, department, term */
  readonly note: string | null;
}

/** Rows by the key of their number. A key that is missing has no rows. */
export type ReportLists = ReadonlyMap<string, readonly ReportRow[]>;

/** Rows of one key. */
export type KeyedRows = readonly [key: string, rows: readonly ReportRow[]];

/** How many rows each key has; a key that is missing has none. */
export type ReportCounts = Readonly<Record<string, number>>;
