import type { ReportDocuments } from '../services/reports/documents.js';
import { createAppendicesInThread } from './appendices-in-thread.js';
import { letterDocx } from './letter.js';

/** The report as Word files. @param timeZone the city's: which day a row is of */
export function createReportDocuments(timeZone: string): ReportDocuments {
  const appendices = createAppendicesInThread();
  return { letterDocx, appendicesDocx: ({ report }) => appendices({ report, timeZone }) };
}
