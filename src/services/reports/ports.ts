import type { ReportSentence, Verdict } from '../../domain/report/compose.js';
import type { MonthFacts, MonthSubscriber } from '../../domain/report/facts.js';
import type { MonthBounds, ReportMonth } from '../../domain/report/month.js';
import type { ParagraphKey } from '../../domain/report/paragraph.js';
import type { MonthReport } from './reports.js';

/** Reads what a month is counted from: published and not deleted, by the moment. */
export type ReadMonthFacts = (bounds: MonthBounds) => Promise<MonthFacts>;

/** Who was subscribed at a moment, in the order they came. */
export type ReadSubscribers = (moment: Date) => Promise<readonly MonthSubscriber[]>;

/** When the oldest published material was published; undefined while there is none. */
export type FindFirstPublished = () => Promise<Date | undefined>;

/** What somebody said of a constant sentence. */
export interface StoredVerdict extends Verdict {
  readonly key: ParagraphKey;
  readonly by: string;
  readonly at: Date;
}

export interface StoredSentence extends ReportSentence {
  readonly by: string;
  readonly at: Date;
}

/** What staff entered for a month. */
export interface ReportMarksStore {
  get(month: ReportMonth): Promise<{
    readonly verdicts: readonly StoredVerdict[];
    readonly sentences: readonly StoredSentence[];
  }>;
  /** The newest verdict on a paragraph counts. */
  judge(month: ReportMonth, verdict: StoredVerdict): Promise<void>;
  addSentence(month: ReportMonth, sentence: StoredSentence): Promise<void>;
  removeSentence(month: ReportMonth, id: string): Promise<void>;
}

export interface StoredSignature {
  readonly month: ReportMonth;
  /** From 1 */
  readonly version: number;
  readonly hash: string;
  readonly by: string;
  readonly at: Date;
}

/** Signed versions, which nothing changes any more. */
export interface SignedReportStore {
  /** Oldest first */
  signatures(month: ReportMonth): Promise<readonly StoredSignature[]>;
  /** What was signed. @throws when it is not what its hash says: somebody changed it in the database */
  report(signature: StoredSignature): Promise<MonthReport>;
  /** The lists of subscribers that were signed with it. */
  subscribers(signature: StoredSignature): Promise<MonthReport['lists']>;
  /** @returns false when that version is there already */
  add(signature: StoredSignature, report: MonthReport, subscribers: MonthReport['lists']): Promise<boolean>;
}
