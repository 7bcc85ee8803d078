import type {
  AccessLimit,
  AnswerReview,
  AnswerToSign,
  Appeal,
  AppealCall,
  AppealCategory,
  AppealHistoryEntry,
  AppealMessage,
  AppealNature,
  AppealStatus,
  Consideration,
  Escalation,
  EscalationStage,
  InternalNote,
  Rating,
} from '../../domain/appeal.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { AppealFilter, Department } from './appeals.js';
import type { AnsweringDepartment } from './nizhyn-departments.js';

/** What a change writes; fields left out stay. */
export interface AppealChange {
  readonly status?: AppealStatus | undefined;
  readonly assigneeId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly category?: AppealCategory | undefined;
  readonly nature?: AppealNature | undefined;
  readonly dueAt?: Date | undefined;
  /** It is registered, from this moment */
  readonly registeredAt?: Date | undefined;
  readonly incomingNumber?: string | undefined;
  readonly rating?: Rating | undefined;
  /** null: decided */
  readonly review?: AnswerReview | null | undefined;
  /** null: nothing waits for a signature any more */
  readonly toSign?: AnswerToSign | null | undefined;
  /** null: it stands alone again */
  readonly mergedInto?: string | null | undefined;
  readonly consideration?: Consideration | undefined;
  /** null: it is open again */
  readonly accessLimit?: AccessLimit | null | undefined;
  /** A person has looked: it is an appeal, or none and stays marked */
  readonly quarantine?: 'released' | 'kept' | undefined;
  /** It is to be registered in its turn */
  readonly unregistered?: true | undefined;
  /** One with an `outboxKey` also waits for the outbox until `markQueued` */
  readonly message?: AppealMessage | undefined;
  /** Numbers of the appeals that are to get the message too, until `markShared` */
  readonly shareWith?: readonly string[] | undefined;
  readonly note?: InternalNote | undefined;
  readonly call?: AppealCall | undefined;
  readonly history?: AppealHistoryEntry | undefined;
}

/** What the store is asked: whose work it is today has become the names of those who were given it. */
export type StoredFilter = Omit<AppealFilter, 'workOf'> & {
  /** Given to one of these colleagues */
  readonly heldBy?: readonly string[] | undefined;
};

/** An appeal as far as it is compared with another. */
export type NearbyAppeal = Pick<
  Appeal,
  | 'number'
  | 'subject'
  | 'status'
  | 'category'
  | 'departmentId'
  | 'place'
  | 'receivedAt'
  | 'mergedInto'
  | 'quarantine'
  | 'accessLimit'
  | 'messages'
>;

/** From when, and by whom, appeals are looked at. */
export interface AppealView {
  readonly now: Date;
  /** Only these departments'; absent: all */
  readonly within?: readonly string[] | undefined;
  /** None whose access is limited */
  readonly withoutLimited?: boolean | undefined;
}

/** A change happens only while these hold. */
export interface ChangeGuard {
  /** Nobody but this colleague has taken the appeal */
  readonly whenFreeFor?: string | undefined;
  /** The conversation has so many messages */
  readonly whenMessages?: number | undefined;
  /** Nobody has registered it */
  readonly whenUnregistered?: boolean | undefined;
  /** It was in quarantine and has not been released */
  readonly whenQuarantined?: boolean | undefined;
}

export interface AppealStore {
  /** Number of the next appeal of a series and year; unique and ascending, gaps allowed after a crash. */
  nextNumber(series: string, year: number): Promise<number>;
  /** @returns undefined when an appeal from this inbox row is there already */
  insert(appeal: Appeal, sourceInboxId: string): Promise<Appeal | undefined>;
  bySource(inboxId: string): Promise<Appeal | undefined>;
  get(number: string): Promise<Appeal | undefined>;
  /** Those of these numbers, in no order. */
  ofNumbers(numbers: readonly string[]): Promise<readonly Appeal[]>;
  /** Newest first, at most 200. */
  ofSubscriber(subscriberId: string): Promise<readonly Appeal[]>;
  /**
   * Applies the change once: a message or note whose id is there already, or a second call about one message, changes
   * nothing; nor does a change whose guard does not hold.
   * @returns the appeal as it is now
   */
  change(number: string, change: AppealChange, guard?: ChangeGuard): Promise<Appeal | undefined>;
  /** Appeals whose answer is to be looked at again, the earliest promise first, at most 200. */
  underReview(within: readonly string[] | undefined): Promise<readonly Appeal[]>;
  /** Appeals whose term is to be looked at, those longest due first, at most 500. */
  toLookAt(now: Date): Promise<readonly Appeal[]>;
  /**
   * Writes what was told of the term, and when to look again (never, without `nextAt`), if the history is still as
   * `seen` has it.
   * @returns whether it was
   */
  escalate(
    seen: Pick<Appeal, 'number' | 'history'>,
    telling: {
      readonly escalation?: Escalation | undefined;
      readonly history?: AppealHistoryEntry | undefined;
      readonly nextAt: Date | undefined;
    },
  ): Promise<boolean>;
  /** Open appeals of whose term one of these colleagues was told, by due date, at most 200. */
  escalatedTo(staffIds: readonly string[]): Promise<readonly Appeal[]>;
  /** Open appeals whose term has come so far. */
  countEscalated(stage: EscalationStage): Promise<number>;
  /** Comments on this draft act, oldest first, at most 1,000. */
  commentsOn(publicationId: string): Promise<readonly Appeal[]>;
  /** Appeals joined to this one, newest first, at most 200. */
  mergedInto(number: string): Promise<readonly Appeal[]>;
  /**
   * Appeals that may be about the same: of one of these places (`domain/neighbours/place-keys.ts`) or of the topic,
   * open or received since then; the newest hundred of each, in no order.
   */
  nearby(asked: {
    readonly placeKeys: readonly string[];
    readonly category: AppealCategory;
    readonly since: Date;
  }): Promise<readonly NearbyAppeal[]>;
  /** Appeals not registered, though the office has opened since; at most 1,000, oldest first. */
  unregisteredUntil(now: Date): Promise<readonly Appeal[]>;
  /** Writes the entry into the history, once; the status becomes the entry's where nobody has begun yet. */
  register(number: string, entry: AppealHistoryEntry): Promise<void>;
  /** The answer is in the outbox. */
  markQueued(number: string, messageId: string): Promise<void>;
  /** Appeals with an answer that never reached the outbox: the process died in between. */
  withUnqueued(): Promise<readonly { readonly appeal: Appeal; readonly messageIds: readonly string[] }[]>;
  /** Answers that others are still to get: of appeals that share one, at most 1,000. */
  withUnshared(): Promise<
    readonly {
      readonly appeal: Appeal;
      readonly unshared: readonly { readonly messageId: string; readonly number: string }[];
    }[]
  >;
  /** That appeal has the message, or is to get it no more. */
  markShared(number: string, messageId: string, sharedWith: string): Promise<void>;
  list(request: PageRequest & StoredFilter & AppealView): Promise<Page<Appeal>>;
  /** Exact, whatever the question `q`, which is not counted by: see `countUpTo`. */
  count(filter: Omit<StoredFilter, 'q'> & AppealView): Promise<number>;
  /** Counted no further than `max`. */
  countUpTo(filter: StoredFilter & AppealView, max: number): Promise<number>;
  departments(): Promise<readonly Department[]>;
  /** Writes these departments where there are none yet. */
  beginWithDepartments(departments: readonly AnsweringDepartment[]): Promise<void>;
  /** The department that answers for a category; the first one where none does. */
  departmentFor(category: AppealCategory): Promise<string>;
}
