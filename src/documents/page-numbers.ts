import type { PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';

/** Laying out pages takes five times as long as making the file, about 5 ms a row: many rows are not waited for. */
const ROWS_MAX = 300;

/**
 * The numbers of pages in the table of contents are written into the file: Word shows them without asking to update
 * fields. LibreOffice works them out itself, Word does when told to (F9).
 *
 * @param rowCount of all tables of the file
 */
export function pageNumbersOf(rowCount: number): PageNumberEstimator {
  return rowCount <= ROWS_MAX ? estimatePageNumbersWith({ guess: true }) : () => ({ bookmarks: new Map() });
}
