/** What one line, or one part of the bars, stands for. */
export interface Series {
  readonly name: string;
  /** One count for each day */
  readonly values: readonly number[];
}

/** Counts of some days in a row, ready to be drawn and to be read. */
export interface DaySeries {
  /** Unique within the page */
  readonly id: string;
  readonly title: string;
  /** The same in words, for those who do not see the picture */
  readonly description: string;
  /** «23 листопада», oldest first */
  readonly days: readonly string[];
  readonly series: readonly Series[];
}
