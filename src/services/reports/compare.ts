import type { ReportRow } from '../../domain/report/rows.js';
import type { Discrepancy, MonthReport } from './reports.js';

/** Numbers whose lists have gained or lost rows since they were signed, in the order of the report. */
export function discrepanciesOf(
  signed: Pick<MonthReport, 'counts' | 'lists'>,
  now: Pick<MonthReport, 'counts' | 'lists'>,
): Discrepancy[] {
  const keys = new Set([...Object.keys(now.counts), ...Object.keys(signed.counts)]);
  return [...keys].flatMap((key) => {
    const { [key]: signedCount = 0 } = signed.counts;
    const { [key]: count = 0 } = now.counts;
    const [before, after] = [signed.lists[key] ?? [], now.lists[key] ?? []];
    const added = without(after, before);
    const removed = without(before, after);
    if (signedCount === count && added.length + removed.length === 0) return [];
    return [{ key, signedCount, count, added, removed }];
  });
}

function without(rows: readonly ReportRow[], others: readonly ReportRow[]): readonly ReportRow[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}
