import { monthBounds, type ReportMonth } from '../../domain/report/month.js';
import { localDay } from '../../lib/city-time.js';
import type { FindFirstPublished, SignedReportStore } from './ports.js';
import type { ReportReaderDeps } from './reader.js';
import type { MonthState, Reports } from './reports.js';

export interface ReportMonthsDeps extends Pick<ReportReaderDeps, 'namesOf' | 'timeZone'> {
  readonly firstPublished: FindFirstPublished;
  readonly signed: Pick<SignedReportStore, 'signatures'>;
  /** The city's clock */
  readonly now: () => Date;
}

/** Where months stand: told from their signatures, no report is composed for it. */
export function createReportMonths(
  deps: ReportMonthsDeps,
): Pick<Reports, 'firstMonth' | 'states' | 'isSigned'> {
  const { firstPublished, signed, namesOf, now, timeZone } = deps;

  async function stateOf(month: ReportMonth): Promise<MonthState> {
    const newest = (await signed.signatures(month)).at(-1);
    const isOver = now() >= monthBounds(month, timeZone).until;
    if (!newest) return { month, isOver };
    const { by, at, version, hash } = newest;
    const name = (await namesOf([by])).get(by) ?? '';
    return { month, isOver, signature: { by, at, version, hash, name } };
  }

  return {
    async firstMonth() {
      return localDay((await firstPublished()) ?? now(), timeZone).slice(0, 7);
    },
    isSigned: async (month) => (await signed.signatures(month)).length > 0,
    states: (months) => Promise.all(months.map(stateOf)),
  };
}
