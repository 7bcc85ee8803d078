import type {
  Approval,
  Broadcast,
  BroadcastContent,
  BroadcastKind,
  BroadcastStatus,
  CorrectionProposal,
} from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { DeliveryCounts } from '../../domain/delivery.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { AudienceMember } from '../subscriptions/store.js';
import type { ArchiveRequest } from './archive.js';
import type { SeenBroadcast } from './broadcasts.js';

/** How far the planning of a broadcast has come; survives restarts. */
export interface Planning {
  /** People known later are not in the audience */
  readonly audienceAt: Date;
  /** Last person planned in each messenger */
  readonly after: Readonly<Partial<Record<ChannelId, string>>>;
  readonly done: boolean;
}

export interface BroadcastChannelCounts {
  readonly counts: DeliveryCounts;
  readonly channels: Readonly<Record<ChannelId, DeliveryCounts>>;
}

export interface BroadcastStore {
  /** With an id chosen beforehand a repeat gives the one that is kept. */
  insert(broadcast: Omit<Broadcast, 'id'> & { readonly id?: string }): Promise<Broadcast>;
  /** @returns undefined when its broadcast already has an amendment of that number */
  insertAmendment(amendment: Omit<Broadcast, 'id'>): Promise<Broadcast | undefined>;
  /** Corrections and recalls of these broadcasts, oldest first, at most 1,000. */
  amendmentsOf(ids: readonly string[]): Promise<readonly Broadcast[]>;
  /** Keeps a proposal instead of an earlier one; undefined: it is dealt with. @returns undefined for no such broadcast */
  propose(id: string, proposal: CorrectionProposal | undefined): Promise<Broadcast | undefined>;
  /** From now on it is no news any more. A repeat changes nothing. */
  markRecalled(id: string, at: Date): Promise<void>;
  get(id: string): Promise<Broadcast | undefined>;
  /** Without amendments, newest first. */
  list(request: PageRequest & BroadcastFilter): Promise<Page<Broadcast>>;
  /** Every broadcast in one of these statuses, oldest first, at most 1,000. */
  inStatus(statuses: readonly BroadcastStatus[]): Promise<readonly Broadcast[]>;
  /** Ids of cancelled ones without `finishedAt`, oldest first, at most 100. */
  cancelledUnfinished(): Promise<readonly string[]>;
  /** Sent to residents and not cancelled since, newest first: today's news. */
  recentlyStarted(from: Date, to: Date, limit: number): Promise<readonly Broadcast[]>;
  /** Everything sent to residents and neither cancelled nor recalled since, newest first: see `ReadArchive`. */
  sent(request: ArchiveRequest): Promise<Page<Broadcast>>;
  /** Changes what has not left yet; it is a draft then. @returns undefined when it is too late, or not as was seen */
  changeContent(
    id: string,
    content: BroadcastContent,
    hash: string,
    edit: {
      readonly by: string;
      readonly at: Date;
      readonly seen?: SeenBroadcast | undefined;
    },
  ): Promise<Broadcast | undefined>;
  /** @returns whether there was such a draft */
  removeDraft(id: string): Promise<boolean>;
  /** Moves on only from one of `from` (and for an approval: only with this hash). @returns undefined when it could not */
  move(
    id: string,
    from: readonly BroadcastStatus[],
    to: BroadcastStatus,
    set: {
      readonly approval?: Approval | undefined;
      readonly undoUntil?: Date | undefined;
      readonly pauseReason?: string | undefined;
      readonly startedAt?: Date | undefined;
      readonly finishedAt?: Date | undefined;
    },
    hash?: string | undefined,
  ): Promise<Broadcast | undefined>;

  planning(id: string): Promise<Planning | undefined>;
  savePlanning(id: string, planning: Planning): Promise<void>;
  /** Adds rows; people planned before are left as they are. */
  addDeliveries(broadcastId: string, deliveries: readonly PlannedDelivery[]): Promise<void>;
  /** Of each broadcast that has rows, by its id. */
  counts(ids: readonly string[]): Promise<ReadonlyMap<string, BroadcastChannelCounts>>;
  /** Whether any row is to be sent by itself, or is being sent: one that waits for a digest is not. */
  hasDue(id: string): Promise<boolean>;
  /** Whether any row is queued, claimed or being sent. */
  hasWaiting(id: string): Promise<boolean>;
  /** Rows that still wait become `skipped`. */
  skipWaiting(id: string, at: Date): Promise<void>;
}

/** Which broadcasts; what is left out does not matter. */
export interface BroadcastFilter {
  readonly status?: BroadcastStatus | undefined;
  readonly kind?: BroadcastKind | undefined;
  readonly publicationId?: string | undefined;
  /** Created from this moment, and before that one */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Beginnings of words of the title, all of them */
  readonly text?: string | undefined;
}

/** One row to be: who, through what, from when, and in which Viber batch. */
export interface PlannedDelivery extends Pick<AudienceMember, 'id' | 'address' | 'locale'> {
  readonly channel: ChannelId;
  readonly dueAt: Date;
  /** It waits for the person's digest at this moment of the city's calendar */
  readonly digestAt?: Date | undefined;
  readonly batch: string | undefined;
  /** Ids of the person's messages that it edits or deletes */
  readonly targets?: readonly string[] | undefined;
  /** Key of the digest whose messages the first of those are */
  readonly editsDigest?: string | undefined;
  /** Code of why it is never to be sent: the row is there to be counted */
  readonly skipped?: string | undefined;
}
