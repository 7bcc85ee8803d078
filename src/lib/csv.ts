import { linesStream } from './lines-stream.js';

/** Excel reads a CSV as UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\u{feff}';

/**
 * One cell. What a spreadsheet would run as a formula is made text by an apostrophe in front.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(value: string | null): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV as a stream (RFC 4180): rows are made only as fast as the client takes them. */
export function csvStream(
  header: readonly string[],
  rows: AsyncIterable<readonly (string | null)[]>,
): ReadableStream<Uint8Array> {
  return linesStream(csvLines(header, rows));
}

async function* csvLines(
  header: readonly string[],
  rows: AsyncIterable<readonly (string | null)[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(header);
  for await (const row of rows) yield csvLine(row);
}

function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
