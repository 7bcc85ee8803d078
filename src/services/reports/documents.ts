import { monthWords, type ReportMonth } from '../../domain/report/month.js';
import type { ReportView } from './reports.js';

/** The report as Word files. */
export interface ReportDocuments {
  /** The letter: what is printed, and nothing else. */
  letterDocx(view: Pick<ReportView, 'paper'>): Promise<Uint8Array<ArrayBuffer>>;
}

/** @see https://www.iana.org/assignments/media-types/application/vnd.openxmlformats-officedocument.wordprocessingml.document */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a file is called: in Ukrainian, and in Latin letters for programs that know no others. */
export function documentName(month: ReportMonth): { readonly name: string; readonly latin: string } {
  const { accusative, year } = monthWords(month);
  return { name: `Звіт за ${accusative} ${year}.docx`, latin: `zvit-${month}.docx` };
}
