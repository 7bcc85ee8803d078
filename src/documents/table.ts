import writeExcelFile from 'write-excel-file/node';
import type { WriteXlsx } from '../services/appeals/tables.js';

/** Wide enough for a name or a date; Excel cuts what is longer, and shows it in the cell. */
const COLUMN_WIDTH = 24;
/** Excel refuses a file with a longer cell. */
const CELL_MAX = 32_767;

/** Rows as one sheet whose head stays in sight. Each cell is typed as text: a formula in it is only shown. */
export const writeXlsx: WriteXlsx = async (header, rows) => {
  const sheet = [header.map((value) => ({ ...cell(value), fontWeight: 'bold' as const }))];
  for await (const row of rows) sheet.push(row.map((value) => ({ ...cell(value ?? '') })) as never);
  const bytes = await writeExcelFile(sheet, {
    columns: header.map(() => ({ width: COLUMN_WIDTH })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(bytes);
};

function cell(value: string) {
  return { type: String, value: value.slice(0, CELL_MAX) };
}
