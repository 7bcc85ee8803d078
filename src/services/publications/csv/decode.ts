import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../../../domain/refusal.js';

/**
 * Characters, not bytes: what was looked at in windows-1251 comes back in UTF-8, twice as long, and must be taken.
 * A line of thousands of registered materials takes a few hundred.
 */
export const CSV_MAX_LENGTH = 5_000_000;
export const CSV_MAX_ROWS = 10_000;

/** One record of the file: its first line, and its fields by column. */
export interface CsvRecord {
  /** 1-based, as an editor counts them; the header is line 1 */
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a table as Excel and registers save it: UTF-8 with or without byte order mark, or windows-1251; fields apart
 * by semicolon, comma or tab, whichever the header has most of.
 *
 * @param columnOf the name of a column by its heading; undefined: nobody asked for it
 * @throws {Refusal} `invalid` for what is no table, or too large a one
 */
export function readCsv(
  bytes: Uint8Array,
  columnOf: (heading: string) => string | undefined,
): readonly CsvRecord[] {
  const text = decodeCsv(bytes).replaceAll(/\r\n?/g, '\n');
  if (text.length > CSV_MAX_LENGTH)
    throw refuse('too-large', 'У файлі понад 5 мільйонів знаків. Поділіть його на кілька.');
  try {
    const records: { record: Record<string, string>; raw: string; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: (headings: string[]) => columnsOf(headings, columnOf),
      delimiter: delimiterOf(text),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: CSV_MAX_ROWS + 1,
      trim: true,
    });
    if (records.length > CSV_MAX_ROWS)
      throw refuse('too-many', 'У файлі понад 10 000 рядків. Поділіть його на кілька.');
    return records.map(({ record, raw, info }) => ({
      line: info.lines - lineEndsIn(raw.trim()),
      fields: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse('broken', 'Файл не схожий на таблицю CSV: перевірте лапки та роздільники.');
  }
}

/** @throws {Refusal} for a column that stands twice: one of the two would be lost */
function columnsOf(headings: readonly string[], columnOf: (heading: string) => string | undefined) {
  const columns = headings.map(columnOf);
  const twice = headings.find((_, at) => columns[at] !== undefined && columns.indexOf(columns[at]) < at);
  if (twice !== undefined)
    throw refuse('columns-twice', `Стовпець «${twice.trim()}» у файлі двічі. Залиште один.`);
  return columns.map((column) => column ?? false);
}

const lineEndsIn = (text: string) => text.split('\n').length - 1;

/** The text of a table: UTF-8, else windows-1251. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Nearly every sequence of bytes is windows-1251, so this is the last guess.
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, /\n|$/.exec(text)?.index);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', ',', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function refuse(code: string, message: string): Refusal {
  return new Refusal('invalid', `csv.${code}`, message);
}
