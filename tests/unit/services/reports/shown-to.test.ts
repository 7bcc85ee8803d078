import { expect, it } from 'vitest';
import type { ReportRow } from '../../../../src/domain/report/rows.js';
import type { ReportView } from '../../../../src/services/reports/reports.js';
import { shownTo } from '../../../../src/services/reports/shown-to.js';
import { aReportView } from '../../../support/a-report-view.js';

const SUBJECT = 'Сусід Іван Петренко шумить';
const appeal: ReportRow = {
  id: 'Н-2021-000001',
  at: '2021-03-02T08:00:00Z',
  title: SUBJECT,
  href: '/appeals/1',
  preparedBy: null,
  note: null,
};
const view = aReportView();
const withAppeal: ReportView = {
  ...view,
  report: { ...view.report, lists: { ...view.report.lists, appeals: [appeal], 'ratings.solved': [appeal] } },
  discrepancies: [{ key: 'appeals', signedCount: 0, count: 1, added: [appeal], removed: [] }],
};

it('tells who is limited to departments how many appeals there were, and nothing of what they say', () => {
  const shown = shownTo(withAppeal, { departmentIds: ['housing'] });
  expect(shown.report.lists.appeals).toHaveLength(1);
  expect(shown.report.lists.materials).toEqual(view.report.lists.materials);
  expect(JSON.stringify([shown.report.lists, shown.discrepancies])).not.toMatch(/Петренко|\/appeals\//);
});

it('tells everybody else all of it', () => {
  expect(shownTo(withAppeal, {})).toBe(withAppeal);
});
