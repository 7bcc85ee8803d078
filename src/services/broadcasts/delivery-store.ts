import type { ChannelId } from '../../domain/channel-id.js';
import type { CountedStatus } from '../../domain/delivery.js';
import type { Page, PageRequest } from '../../lib/page.js';

/** One row of "who got it, who did not, why". */
export interface DeliveryView {
  readonly subscriberId: string;
  readonly channel: ChannelId;
  readonly address: string;
  readonly status: CountedStatus;
  readonly code: string | null;
  readonly at: Date | null;
}

export interface DeliveryFilter {
  readonly status?: CountedStatus | undefined;
  readonly channel?: ChannelId | undefined;
  /** Reason, as stored */
  readonly code?: string | undefined;
  /** A whole address in the messenger, or how a person's name begins */
  readonly q?: string | undefined;
}

/** How many rows of one messenger ended in a status for one reason. */
export interface ReasonCount {
  readonly channel: ChannelId;
  readonly status: CountedStatus;
  readonly code: string;
  readonly count: number;
}

/** How many messages the messengers took, and how many of them at once. */
export interface HandedOver {
  readonly total: number;
  readonly within10Seconds: number;
}

/** Rows of broadcasts as staff look at them. */
export interface DeliveryStore {
  /** In the order of subscribers' ids. `subscriberIds`: only rows of these people */
  page(
    broadcastId: string,
    request: PageRequest &
      Omit<DeliveryFilter, 'q'> & { readonly subscriberIds?: readonly string[] | undefined },
  ): Promise<Page<DeliveryView>>;
  /** Rows that have a code, by messenger, status and code. */
  reasons(broadcastId: string): Promise<readonly ReasonCount[]>;
  /** People who left within a day of this broadcast's message, it being the last they got. */
  countUnsubscribed(broadcastId: string): Promise<number>;
  /** Rows the messengers took, and those they took within 10 seconds of being due. Looks at every row. */
  handedOver(broadcastId: string): Promise<HandedOver>;
}
