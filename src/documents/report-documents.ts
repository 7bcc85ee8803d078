import type { ReportDocuments } from '../services/reports/documents.js';
import { appendicesDocx } from './appendices.js';
import { letterDocx } from './letter.js';

/** The report as Word files. @param timeZone the city's: which day a row is of */
export function createReportDocuments(timeZone: string): ReportDocuments {
  return { letterDocx, appendicesDocx: ({ report }) => appendicesDocx(report, timeZone) };
}
