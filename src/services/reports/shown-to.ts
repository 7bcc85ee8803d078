import type { ReportRow } from '../../domain/report/rows.js';
import type { Actor } from '../../domain/role.js';
import type { ReportView } from './reports.js';

/** Lists of what residents wrote. */
const OF_RESIDENTS = /^(appeals|ratings)/;

/** A report as somebody may see it. For who is limited to departments appeals are counted, not told: most are others'. */
export function shownTo(view: ReportView, { departmentIds }: Pick<Actor, 'departmentIds'>): ReportView {
  if (departmentIds === undefined) return view;
  const { report, discrepancies } = view;
  const lists = Object.entries(report.lists).map(([key, rows]) => [key, untold(key, rows)]);
  return {
    ...view,
    report: { ...report, lists: Object.fromEntries(lists) },
    discrepancies: discrepancies.map(({ added, removed, ...rest }) => ({
      ...rest,
      added: untold(rest.key, added),
      removed: untold(rest.key, removed),
    })),
  };
}

function untold(key: string, rows: readonly ReportRow[]): readonly ReportRow[] {
  return OF_RESIDENTS.test(key) ? rows.map((row) => ({ ...row, title: 'Звернення', href: null })) : rows;
}
