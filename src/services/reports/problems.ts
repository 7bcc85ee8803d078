import { Refusal } from '../../domain/refusal.js';
import { isParagraphKey } from '../../domain/report/paragraph.js';
import type { MonthReport, ReportProblems } from './reports.js';

/** Rows named in a refusal; the page shows them all. */
const ROWS_NAMED = 5;

/** What keeps a report from being signed. */
export function problemsOf(
  report: MonthReport,
  disagreements: ReportProblems['disagreements'],
): ReportProblems {
  return {
    unconfirmed: report.paragraphs.flatMap(({ key, state }) =>
      state === 'unconfirmed' && isParagraphKey(key) ? [key] : [],
    ),
    toFill: report.paragraphs.flatMap(({ state, toFill }) =>
      state !== 'empty' && toFill !== null ? [toFill] : [],
    ),
    disagreements,
  };
}

/** @throws {Refusal} conflict, with what to do */
export function refuseProblems({ unconfirmed, toFill, disagreements }: ReportProblems): void {
  const [sum] = disagreements;
  if (sum) {
    const rows = sum.rows.slice(0, ROWS_NAMED).map(({ title }) => `«${title}»`);
    throw new Refusal(
      'conflict',
      'report.sums-disagree',
      `Сума частин (${sum.partsCount}) не дорівнює загальному числу (${sum.totalCount}). Не сходяться рядки: ${rows.join(', ')}.`,
    );
  }
  if (toFill[0] !== undefined) throw new Refusal('conflict', 'report.words-missing', toFill[0]);
  if (unconfirmed.length > 0)
    throw new Refusal(
      'conflict',
      'report.unconfirmed',
      'Щодо кожного сталого абзацу скажіть, чи це так: доти звіт не підписують.',
    );
}
