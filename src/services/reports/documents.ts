import { monthWords, type ReportMonth } from '../../domain/report/month.js';
import type { ReportView } from './reports.js';

/** The report as Word files. */
export interface ReportDocuments {
  /** The letter: what is printed, and nothing else. */
  letterDocx(view: Pick<ReportView, 'paper'>): Promise<Uint8Array<ArrayBuffer>>;
  /** «Додатки»: the lists behind the numbers, with a table of contents and links, and how they were counted. */
  appendicesDocx(view: Pick<ReportView, 'report'>): Promise<Uint8Array<ArrayBuffer>>;
}

/** @see https://www.iana.org/assignments/media-types/application/vnd.openxmlformats-officedocument.wordprocessingml.document */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Which of the two files. */
export const REPORT_PARTS = ['letter', 'appendices'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

const NAMES = {
  letter: { name: 'Звіт', latin: 'zvit' },
  appendices: { name: 'Додатки до звіту', latin: 'dodatky' },
} as const satisfies Record<ReportPart, unknown>;

/** What a file is called: in Ukrainian, and in Latin letters for programs that know no others. */
export function documentName(
  part: ReportPart,
  month: ReportMonth,
): { readonly name: string; readonly latin: string } {
  const { accusative, year } = monthWords(month);
  const { name, latin } = NAMES[part];
  return { name: `${name} за ${accusative} ${year}.docx`, latin: `${latin}-${month}.docx` };
}
