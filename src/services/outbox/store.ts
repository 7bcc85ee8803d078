import type { ChannelId } from '../../domain/channel-id.js';
import type { Receipt } from '../../domain/inbound-event.js';
import type { ClaimSource, OutboxRow, RowOutcome } from './row.js';

/** Durable side of the outbox. Every write of a holder carries its fence and changes nothing when it is stale. */
export interface OutboxStore {
  /**
   * Cleans up after an earlier holder: `leased` goes back to `queued`; `sending` becomes `unknown`, or
   * `queued` once more for an alert (missing it is worse than a repeat). Of a cancelled broadcast what was not sent
   * becomes `skipped`.
   */
  recover(channel: ChannelId, fence: number, at: Date): Promise<void>;
  /** Claims up to `limit` due rows, oldest first, with one update. */
  claim(channel: ChannelId, from: ClaimSource, limit: number, fence: number, now: Date): Promise<OutboxRow[]>;
  /**
   * Claims due rows of whole batches, oldest first, with one update.
   * @param batches how many at most
   * @param size how many people a batch has at most
   */
  claimBatches(
    channel: ChannelId,
    broadcastId: string,
    { batches, size }: { readonly batches: number; readonly size: number },
    fence: number,
    now: Date,
  ): Promise<OutboxRow[]>;
  /** Written before any request goes out. @returns ids that are now `sending` under this fence */
  markSending(rows: readonly OutboxRow[], fence: number, at: Date): Promise<ReadonlySet<string>>;
  /** One unordered bulk per collection. What goes back unsent to a broadcast that was cancelled meanwhile becomes `skipped`. */
  settle(outcomes: readonly RowOutcome[], fence: number): Promise<void>;
  /** Rows settled `unreachable` under this fence are `queued` again: their people were not unreachable after all. */
  takeBack(rows: readonly OutboxRow[], fence: number): Promise<void>;
  /** Gives claimed rows back unsent. */
  giveBack(rows: readonly OutboxRow[], fence: number): Promise<void>;
  /** Gives back every row claimed under this fence. */
  releaseLeased(channel: ChannelId, fence: number): Promise<void>;
  /**
   * Late words of the messenger: `sent` or `unknown` moves on to `delivered`, `seen` or `failed`, never back, however
   * often it is repeated.
   * @returns those that may have come too early: something is being sent to their people right now
   */
  applyReceipts(channel: ChannelId, receipts: readonly Receipt[]): Promise<ReadonlySet<Receipt>>;
  /** Until when the whole sender of a channel is silent; survives restarts. */
  pausedUntil(channel: ChannelId): Promise<Date | undefined>;
  pauseUntil(channel: ChannelId, until: Date, code: string): Promise<void>;
  /** A refused token or account that nobody has put right yet. */
  trouble(channel: ChannelId): Promise<AccountTrouble | undefined>;
  saveTrouble(channel: ChannelId, trouble: AccountTrouble | undefined): Promise<void>;
}

/** Refused tokens and accounts of every messenger that is set up. */
export type ReadTroubles = () => Promise<ReadonlyMap<ChannelId, AccountTrouble>>;

/** A messenger refuses the bot itself. */
export interface AccountTrouble {
  /** As on the deliveries, e.g. `telegram.401` */
  readonly code: string;
  readonly since: Date;
  /** It only refuses requests to many people: they get theirs one by one */
  readonly oneByOne?: boolean | undefined;
}

/** A broadcast that may be sent from now. */
export interface SendableBroadcast {
  readonly id: string;
  readonly alert: boolean;
  /** Worth its price to people whom the messenger charges for */
  readonly important: boolean;
}
