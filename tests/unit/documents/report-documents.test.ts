import { expect, it } from 'vitest';
import { createReportDocuments } from '../../../src/documents/report-documents.js';
import { aReportView } from '../../support/a-report-view.js';
import { openWord } from '../../support/word-file.js';

const ROWS = 3_000;

it('makes the appendices beside the event loop, so that nobody’s answer waits for a large month', async () => {
  const view = aReportView();
  const [row] = view.report.lists.photo ?? [];
  if (!row) throw new Error('the example has photo materials');
  const many = Array.from({ length: ROWS }, (_, index) => ({ ...row, id: `p${index}` }));
  const report = { ...view.report, lists: { ...view.report.lists, 'materials.news': many } };
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 10);
  const bytes = await createReportDocuments('Europe/Kyiv').appendicesDocx({ ...view, report });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
  expect((await openWord(bytes)).paragraphs.length).toBeGreaterThan(ROWS);
});
