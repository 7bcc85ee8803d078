import type { ChannelId } from '../../domain/channel-id.js';
import type { RawUpdate } from './ports.js';

/** A stored update waiting to be processed. */
export interface InboxRow {
  readonly id: string;
  readonly channel: ChannelId;
  readonly person: string;
  readonly body: string;
  readonly receivedAt: Date;
  /** Failed tries so far */
  readonly attempt: number;
}

/** What people say, and what messengers tell of our messages. */
export type InboxQueue = 'residents' | 'receipts';

export interface InboxStore {
  /**
   * One unordered insert; durable when it resolves.
   * @returns for each update whether it had been stored before
   */
  insert(updates: readonly (RawUpdate & { readonly receivedAt: Date })[]): Promise<readonly boolean[]>;
  /** Unprocessed rows in the order they came, without these rows and whatever these people sent. */
  waiting(
    channel: ChannelId,
    queue: InboxQueue,
    without: { readonly ids: readonly string[]; readonly people?: readonly string[] },
    limit: number,
  ): Promise<readonly InboxRow[]>;
  /** With one update. */
  markDone(ids: readonly string[], at: Date): Promise<void>;
  /** @param gaveUp kept, but not tried again */
  markFailed(id: string, attempt: number, gaveUp: boolean, at: Date): Promise<void>;
  /** Empties the body: what is left only tells that this update has been here. */
  forget(id: string): Promise<void>;
}
