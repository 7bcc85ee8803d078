import { Refusal } from '../../domain/refusal.js';
import { subscriberLists } from '../../domain/report/audience-lists.js';
import {
  firstDayAfter,
  monthBefore,
  monthBounds,
  monthWords,
  type ReportMonth,
} from '../../domain/report/month.js';
import { paperOf } from '../../domain/report/paper.js';
import type { ReportCounts } from '../../domain/report/rows.js';
import { disagreements } from '../../domain/report/sums.js';
import { localDay } from '../../lib/city-time.js';
import type { Settings } from '../settings/settings.js';
import { discrepanciesOf } from './compare.js';
import { composeMonth } from './compose-month.js';
import { hashOf } from './hash.js';
import { type FindHolidays, greetedHolidays } from './holidays.js';
import type {
  ReadMonthFacts,
  ReadSubscribers,
  ReportMarksStore,
  SignedReportStore,
  StoredSignature,
} from './ports.js';
import { problemsOf } from './problems.js';
import type { Mark, MonthReport, ReportProblems, ReportView, Version } from './reports.js';

export interface ReportReaderDeps {
  readonly facts: ReadMonthFacts;
  readonly subscribers: ReadSubscribers;
  readonly marks: Pick<ReportMarksStore, 'get'>;
  readonly signed: Pick<SignedReportStore, 'signatures' | 'report' | 'subscribers'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly findHolidays: FindHolidays;
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** IANA name */
  readonly timeZone: string;
}

/** The report as it would read now, with what was said of it. */
export interface CurrentReport {
  readonly report: MonthReport;
  readonly marks: Awaited<ReturnType<ReportMarksStore['get']>>;
  readonly problems: ReportProblems;
}

/** Reads reports: signed ones as they were, others from what is there now. */
export function createReportReader({
  facts,
  subscribers,
  marks,
  signed,
  settings,
  findHolidays,
  namesOf,
  timeZone,
}: ReportReaderDeps) {
  return { current, subscribersOf, read };

  async function current(month: ReportMonth): Promise<CurrentReport> {
    const bounds = monthBounds(month, timeZone);
    const [monthFacts, monthMarks, { report: terms }] = await Promise.all([
      facts(bounds),
      marks.get(month),
      settings.get(),
    ]);
    const { year } = monthWords(month);
    const holidays = await greetedHolidays(monthFacts.publications, year, findHolidays);
    const report = composeMonth({
      month,
      bounds,
      facts: monthFacts,
      settings: terms,
      marks: monthMarks,
      holidays,
    });
    const disagreeing = disagreements(new Map(Object.entries(report.lists)), terms.materialKinds);
    return { report, marks: monthMarks, problems: problemsOf(report, disagreeing) };
  }

  /** Lists of who was subscribed when the month ended, as it reads now. */
  async function subscribersOf(month: ReportMonth): Promise<MonthReport['lists']> {
    return Object.fromEntries(subscriberLists(await subscribers(monthBounds(month, timeZone).until)));
  }

  async function read(month: ReportMonth, version: Version, withSubscribers: boolean): Promise<ReportView> {
    const [now, stored, previous] = await Promise.all([
      current(month),
      signed.signatures(month),
      countsOf(monthBefore(month)),
    ]);
    const newest = stored.at(-1);
    const shown = pick(stored, version);
    const frozen = newest && (await signed.report(newest));
    const report = await shownReport(now.report, shown, frozen && { signature: newest, report: frozen });
    const markOf = await marksBy([...stored, ...now.marks.verdicts, ...now.marks.sentences]);
    const day = shown ? localDay(shown.at, timeZone) : firstDayAfter(month);
    const signatures = stored.map((one) => ({ ...markOf(one), version: one.version, hash: one.hash }));
    const people = withSubscribers ? (shown ? signed.subscribers(shown) : subscribersOf(month)) : {};
    return {
      report: { ...report, lists: { ...report.lists, ...(await people) } },
      paper: paperOf(report.title, report.paragraphs, report.signer, day),
      signature: signatures.find((one) => one.version === shown?.version),
      signatures,
      discrepancies: frozen ? discrepanciesOf(frozen, now.report) : [],
      problems: now.problems,
      hash: shown?.hash ?? hashOf(report),
      verdicts: new Map(now.marks.verdicts.map((one) => [one.key, markOf(one)])),
      sentences: now.marks.sentences.map(({ id, after, text, ...mark }) => ({
        id,
        after,
        text,
        ...markOf(mark),
      })),
      previous,
    };
  }

  async function shownReport(
    now: MonthReport,
    shown: StoredSignature | undefined,
    newest: { readonly signature: StoredSignature; readonly report: MonthReport } | undefined,
  ): Promise<MonthReport> {
    if (!shown) return now;
    return shown === newest?.signature ? newest.report : signed.report(shown);
  }

  /** Counts of a month: as signed, else as they are. */
  async function countsOf(month: ReportMonth): Promise<ReportCounts> {
    const newest = (await signed.signatures(month)).at(-1);
    return (newest ? await signed.report(newest) : (await current(month)).report).counts;
  }

  async function marksBy(ones: readonly Omit<Mark, 'name'>[]) {
    const names = await namesOf([...new Set(ones.map(({ by }) => by))]);
    return ({ by, at }: Omit<Mark, 'name'>): Mark => ({ by, at, name: names.get(by) ?? '' });
  }
}

function pick(stored: readonly StoredSignature[], version: Version): StoredSignature | undefined {
  if (version === 'current') return undefined;
  if (version === 'newest') return stored.at(-1);
  const found = stored.find((one) => one.version === version);
  if (!found) throw new Refusal('notFound', 'report.unknown-version', 'Такої підписаної редакції немає.');
  return found;
}
