import type { MonthFacts } from '../../src/domain/report/facts.js';
import type {
  ReportMarksStore,
  SignedReportStore,
  StoredSignature,
} from '../../src/services/reports/ports.js';
import type { MonthReport } from '../../src/services/reports/reports.js';
import { createReports, type ReportsDeps } from '../../src/services/reports/service.js';

export const NO_FACTS: MonthFacts = {
  publications: [],
  handOvers: [],
  appeals: [],
  subscriberCounts: { telegram: 0, viber: 0 },
  broadcasts: [],
};

type Marks = Awaited<ReturnType<ReportMarksStore['get']>>;

/** The service of monthly reports, its stores in memory. */
export function memoryReports(
  deps: Pick<ReportsDeps, 'settings' | 'now' | 'namesOf'> & Partial<ReportsDeps>,
) {
  let ids = 0;
  return createReports({
    facts: async () => NO_FACTS,
    subscribers: async () => [],
    firstPublished: async () => undefined,
    marks: memoryMarks(),
    signed: memorySigned(),
    findHolidays: async () => [],
    audit: { record: async () => {} },
    timeZone: 'Europe/Kyiv',
    randomId: () => {
      ids += 1;
      return `sentence-${ids}`;
    },
    ...deps,
  });
}

function memoryMarks(): ReportMarksStore {
  const months = new Map<string, Marks>();
  const of = (month: string): Marks => months.get(month) ?? { verdicts: [], sentences: [] };
  return {
    get: async (month) => of(month),
    async judge(month, verdict) {
      const { verdicts, sentences } = of(month);
      const others = verdicts.filter(({ key }) => key !== verdict.key);
      months.set(month, { verdicts: [...others, verdict], sentences });
    },
    async addSentence(month, sentence) {
      const { verdicts, sentences } = of(month);
      months.set(month, { verdicts, sentences: [...sentences, sentence] });
    },
    async removeSentence(month, id) {
      const { verdicts, sentences } = of(month);
      months.set(month, { verdicts, sentences: sentences.filter((one) => one.id !== id) });
    },
  };
}

function memorySigned(): SignedReportStore {
  const all: {
    readonly signature: StoredSignature;
    readonly report: MonthReport;
    readonly subscribers: MonthReport['lists'];
  }[] = [];
  function found({ month, version }: StoredSignature) {
    const one = all.find(({ signature }) => signature.month === month && signature.version === version);
    if (!one) throw new Error('a signature without its report');
    return one;
  }
  return {
    signatures: async (month) =>
      all.filter(({ signature }) => signature.month === month).map(({ signature }) => signature),
    report: async (signature) => found(signature).report,
    subscribers: async (signature) => found(signature).subscribers,
    async add(signature, report, subscribers) {
      all.push({ signature, report, subscribers });
      return true;
    },
  };
}
