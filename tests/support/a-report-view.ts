import { composeReport, reportTitle } from '../../src/domain/report/compose.js';
import { definitionsOf } from '../../src/domain/report/definitions.js';
import { paperOf } from '../../src/domain/report/paper.js';
import { MATERIAL_KINDS } from '../../src/domain/report/publication-lists.js';
import type { ReportView } from '../../src/services/reports/reports.js';
import { listsWith, march2021 } from './march-2021.js';

/** The report of March 2021 as it reads now: nobody has signed it. */
export function aReportView(changes: Partial<ReportView> = {}): ReportView {
  const input = march2021();
  const { month, names, counts } = input;
  const title = reportTitle(month, names);
  const paragraphs = composeReport(input);
  return {
    report: {
      month,
      title,
      paragraphs,
      signer: names,
      counts,
      lists: Object.fromEntries(listsWith(counts)),
      definitions: definitionsOf(MATERIAL_KINDS),
    },
    paper: paperOf(title, paragraphs, names, '2021-04-01'),
    signature: undefined,
    signatures: [],
    discrepancies: [],
    problems: { unconfirmed: [], toFill: [], disagreements: [] },
    hash: 'h1',
    verdicts: new Map(),
    sentences: [],
    previous: { materials: 431 },
    ...changes,
  };
}
