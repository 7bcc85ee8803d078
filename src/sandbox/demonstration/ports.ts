import type { Broadcast } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';

/** One subscriber's row of the outbox that needs nothing more. */
export interface SettledRow {
  readonly channel: ChannelId;
  readonly subscriberId: string;
  readonly address: string;
  readonly locale: Locale;
  readonly status: 'sent' | 'delivered' | 'seen' | 'failed';
  readonly code: string | null;
  readonly at: Date;
}

/** An answer that reached its citizen long ago. */
export interface SettledMessage extends SettledRow {
  readonly key: string;
  readonly content: OutgoingContent;
  readonly appealNumber: string;
}

/** Somebody who was subscribed once; only the dates are left of them. */
export interface FormerSubscriber {
  readonly channel: ChannelId;
  readonly address: string;
  readonly createdAt: Date;
  readonly leftAt: Date;
}

/**
 * What only the demonstration writes; everything else goes through the stores of the services. Each call may be
 * repeated: what is there already stays as it is.
 */
export interface DemonstrationStore {
  /**
   * Notes when the data was begun. One that was begun and not finished (the process died) goes on with its own
   * moment, so that every row gets the same id again.
   */
  begin(at: Date): Promise<{ readonly at: Date; readonly finished: boolean }>;
  finish(): Promise<void>;
  addBroadcast(broadcast: Broadcast, deliveries: readonly SettledRow[]): Promise<void>;
  addFormerSubscribers(people: readonly FormerSubscriber[]): Promise<void>;
  addMessage(message: SettledMessage): Promise<void>;
}
