import type { Remark } from '../../domain/remarks.js';

/** The media type of a table for Excel. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes a table for Excel; every cell is a text, so nothing in it runs as a formula. */
export type WriteXlsx = (
  header: readonly string[],
  rows: AsyncIterable<readonly (string | null)[]>,
) => Promise<Uint8Array<ArrayBuffer>>;

/** Makes the table of comments on a draft act for Word. `discussionUntil` is a day, `YYYY-MM-DD`. */
export type WriteRemarks = (table: {
  /** Of the draft */
  readonly title: string;
  readonly discussionUntil: string | undefined;
  readonly remarks: readonly Remark[];
}) => Promise<Uint8Array<ArrayBuffer>>;

export const COMMENTS_NAME = { name: 'Таблиця зауважень.docx', latin: 'zauvazhennia.docx' } as const;
