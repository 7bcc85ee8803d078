import type { ReportRow } from '../../domain/report/rows.js';
import type { Discrepancy, MonthReport } from './reports.js';

/** Lists that have gained or lost rows since they were signed, in the order of the report. */
export function discrepanciesOf(
  signed: Pick<MonthReport, 'lists'>,
  now: Pick<MonthReport, 'lists'>,
): Discrepancy[] {
  const keys = new Set([...Object.keys(now.lists), ...Object.keys(signed.lists)]);
  return [...keys].flatMap((key) => {
    const before = signed.lists[key] ?? [];
    const after = now.lists[key] ?? [];
    const added = without(after, before);
    const removed = without(before, after);
    if (added.length + removed.length === 0) return [];
    return [{ key, signedCount: before.length, count: after.length, added, removed }];
  });
}

function without(rows: readonly ReportRow[], others: readonly ReportRow[]): readonly ReportRow[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}
