/** The media type of a table for Excel. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes a table for Excel; every cell is a text, so nothing in it runs as a formula. */
export type WriteXlsx = (
  header: readonly string[],
  rows: AsyncIterable<readonly (string | null)[]>,
) => Promise<Uint8Array<ArrayBuffer>>;
