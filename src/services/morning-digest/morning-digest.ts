/** What a moderator's morning is divided into, in the order of urgency. */
export const DIGEST_SECTIONS = ['escalated', 'overdue', 'today', 'soon', 'unassigned', 'lost'] as const;
export type DigestSection = (typeof DIGEST_SECTIONS)[number];

/** Appeals of one section. Only their numbers are kept: what a citizen wrote stays in one place. */
export interface DigestPart {
  /** Counted no further than {@link PART_COUNT_MAX} */
  readonly count: number;
  /** The most urgent first, at most {@link PART_NUMBERS_MAX} */
  readonly numbers: readonly string[];
}

export const PART_COUNT_MAX = 100;
export const PART_NUMBERS_MAX = 20;

/** How the queue of one moderator stood on the morning of one day. */
export interface MorningDigest {
  readonly staffId: string;
  /** `YYYY-MM-DD` in the city's time */
  readonly day: string;
  readonly madeAt: Date;
  readonly parts: Readonly<Record<DigestSection, DigestPart>>;
  /** Residents who had asked to be called: anybody's to call */
  readonly callBackCount: number;
  /** Colleagues whose work is the moderator's too */
  readonly substituted: readonly { readonly name: string; readonly until: string }[];
}

export interface MorningDigestStore {
  /** Keeps the digest of this person and day once. @returns whether it was the first */
  keep(digest: MorningDigest): Promise<boolean>;
  /** Those who have theirs of this day. */
  keptOn(day: string): Promise<readonly string[]>;
  get(staffId: string, day: string): Promise<MorningDigest | undefined>;
  /** Newest first, at most 30. */
  daysOf(staffId: string): Promise<readonly string[]>;
}

/** Every moderator's look at the queue, made on working mornings and kept as it was. */
export interface MorningDigests {
  /** Makes today's for everybody who lacks it, once its hour has come on a working day. */
  makeDue(): Promise<void>;
  get(staffId: string, day: string): Promise<MorningDigest | undefined>;
  /** Days that the person has one of, newest first */
  daysOf(staffId: string): Promise<readonly string[]>;
}
