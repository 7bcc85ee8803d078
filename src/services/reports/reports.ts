import type { ReportParagraph, ReportSentence } from '../../domain/report/compose.js';
import type { CounterDefinition } from '../../domain/report/definitions.js';
import type { ReportMonth } from '../../domain/report/month.js';
import type { Paper } from '../../domain/report/paper.js';
import type { ParagraphKey } from '../../domain/report/paragraph.js';
import type { ReportCounts, ReportRow } from '../../domain/report/rows.js';
import type { Disagreement } from '../../domain/report/sums.js';
import type { Actor } from '../../domain/role.js';

/** Text, numbers and lists of one month: what a signature freezes. */
export interface MonthReport {
  readonly month: ReportMonth;
  readonly title: string;
  readonly paragraphs: readonly ReportParagraph[];
  readonly signer: { readonly signerPost: string; readonly signerName: string };
  /** Every number by its key */
  readonly counts: ReportCounts;
  /** As many rows by the same key; those of subscribers only when they are asked for */
  readonly lists: Readonly<Record<string, readonly ReportRow[]>>;
  /** «Як підраховано» */
  readonly definitions: readonly CounterDefinition[];
}

/** Who did something, and when. */
export interface Mark {
  readonly by: string;
  readonly name: string;
  readonly at: Date;
}

/** One signed version. */
export interface Signature extends Mark {
  /** From 1 */
  readonly version: number;
  /** SHA-256 of what was signed, hex */
  readonly hash: string;
}

/** A list that is not any more what was signed. */
export interface Discrepancy {
  readonly key: string;
  readonly signedCount: number;
  readonly count: number;
  /** Neither is told of subscribers */
  readonly added: readonly ReportRow[];
  readonly removed: readonly ReportRow[];
}

/** What keeps the report from being signed. */
export interface ReportProblems {
  /** Constants nobody has confirmed yet: not printed */
  readonly unconfirmed: readonly ParagraphKey[];
  /** Words to be entered */
  readonly toFill: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/** A month's report with everything that stands beside it. */
export interface ReportView {
  readonly report: MonthReport;
  readonly paper: Paper;
  /** The signed version that is shown; undefined: the report as it would read now */
  readonly signature: Signature | undefined;
  /** Every signed version, oldest first */
  readonly signatures: readonly Signature[];
  /** Of the newest signed version against now */
  readonly discrepancies: readonly Discrepancy[];
  readonly problems: ReportProblems;
  /** Of what is shown; signing asks for it, so that exactly this is signed */
  readonly hash: string;
  /** Who said of a constant sentence that it is true, or that it is not */
  readonly verdicts: ReadonlyMap<ParagraphKey, Mark>;
  readonly sentences: readonly (ReportSentence & Mark)[];
  /** Counts of the month before */
  readonly previous: ReportCounts;
}

/** Where a month stands, for a list of months. */
export interface MonthState {
  readonly month: ReportMonth;
  readonly isOver: boolean;
  /** The newest one */
  readonly signature?: Signature | undefined;
}

/** Which version to read: the newest signed one where there is one, or what would be signed now, or a number. */
export type Version = 'newest' | 'current' | number;

/** The monthly report. Changes are audited; all throw Refusal when they cannot. */
export interface Reports {
  /** The month of the oldest publication; this month while there is none */
  firstMonth(): Promise<ReportMonth>;
  isSigned(month: ReportMonth): Promise<boolean>;
  /** In the order asked for */
  states(months: readonly ReportMonth[]): Promise<readonly MonthState[]>;
  /**
   * @param viewer who looks: what they may not see is left out of the lists
   * @param withSubscribers also the lists of subscribers
   */
  read(month: ReportMonth, version: Version, viewer: Actor, withSubscribers?: boolean): Promise<ReportView>;
  /** «Підтверджую»: the constant sentence is true this month; or it is not, and is left out. */
  confirm(month: ReportMonth, key: ParagraphKey, isTrue: boolean, actor: Actor): Promise<void>;
  addSentence(
    month: ReportMonth,
    sentence: Pick<ReportSentence, 'after' | 'text'>,
    actor: Actor,
  ): Promise<ReportSentence>;
  removeSentence(month: ReportMonth, id: string, actor: Actor): Promise<void>;
  /** Freezes the report as it reads now. @param hash of what the signer saw; undefined: whatever it is */
  sign(month: ReportMonth, hash: string | undefined, actor: Actor): Promise<Signature>;
}
