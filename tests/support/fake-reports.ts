import { Refusal } from '../../src/domain/refusal.js';
import type { Reports, Signature } from '../../src/services/reports/reports.js';
import { aReportView } from './a-report-view.js';

const SIGNATURE: Signature = {
  version: 1,
  hash: 'h1',
  by: 'head',
  name: 'Олена Коваль',
  at: new Date('2021-04-01T06:00:00Z'),
};

/** Every month reads as March 2021, signed once; the hash `stale` is refused. */
export const fakeReports: Pick<Reports, 'read' | 'sign'> = {
  read: async (_month, version) => {
    if (version === 'current') return aReportView();
    if (version !== 'newest' && version !== 1)
      throw new Refusal('notFound', 'report.unknown-version', 'Такої підписаної редакції немає.');
    const rows = aReportView().report.lists.materials?.slice(0, 1) ?? [];
    return aReportView({
      signature: SIGNATURE,
      signatures: [SIGNATURE],
      discrepancies: [{ key: 'materials', signedCount: 465, count: 464, added: [], removed: rows }],
    });
  },
  sign: async (_month, hash) => {
    if (hash === 'stale') throw new Refusal('conflict', 'report.stale', 'Звіт змінився.');
    return SIGNATURE;
  },
};
