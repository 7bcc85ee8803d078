import { monthBounds, type ReportMonth } from '../../domain/report/month.js';
import { localDay } from '../../lib/city-time.js';
import type { FindFirstPublished, SignedReportStore } from './ports.js';
import type { CurrentReport, ReportReaderDeps } from './reader.js';
import type { MonthState, Reports } from './reports.js';

export interface ReportMonthsDeps extends Pick<ReportReaderDeps, 'namesOf' | 'timeZone'> {
  readonly firstPublished: FindFirstPublished;
  readonly signed: Pick<SignedReportStore, 'signatures'>;
  readonly current: (month: ReportMonth) => Promise<CurrentReport>;
  /** The city's clock */
  readonly now: () => Date;
}

/** Where months stand. Only a month that is over and not signed is composed for it. */
export function createReportMonths(
  deps: ReportMonthsDeps,
): Pick<Reports, 'firstMonth' | 'states' | 'isSigned'> {
  const { firstPublished, signed, current, namesOf, now, timeZone } = deps;

  async function stateOf(month: ReportMonth): Promise<MonthState> {
    const newest = (await signed.signatures(month)).at(-1);
    const isOver = now() >= monthBounds(month, timeZone).until;
    if (!newest) return { month, isOver, problems: isOver ? (await current(month)).problems : undefined };
    const { by, at, version, hash } = newest;
    const name = (await namesOf([by])).get(by) ?? '';
    return { month, isOver, signature: { by, at, version, hash, name } };
  }

  return {
    async firstMonth() {
      return localDay((await firstPublished()) ?? now(), timeZone).slice(0, 7);
    },
    isSigned: async (month) => (await signed.signatures(month)).length > 0,
    async states(months) {
      const states: MonthState[] = [];
      // One after another: a busy month is thousands of rows in memory.
      for (const month of months) states.push(await stateOf(month));
      return states;
    },
  };
}
