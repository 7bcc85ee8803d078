import type { PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';

/** Laying out pages takes about 5 ms a row; longer tables are left to the program that opens the file. */
const ROWS_MAX = 1_000;

/**
 * The numbers of pages in the table of contents are written into the file: Word shows them without asking to update
 * fields. LibreOffice works them out itself, Word does when told to (F9).
 *
 * @param rowCount of all tables of the file
 */
export function pageNumbersOf(rowCount: number): PageNumberEstimator {
  return rowCount <= ROWS_MAX ? estimatePageNumbersWith({ guess: true }) : () => ({ bookmarks: new Map() });
}
