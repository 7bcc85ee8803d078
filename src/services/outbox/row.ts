import type { OutgoingContent } from '../../domain/content.js';
import type { DeliveryStatus } from '../../domain/delivery.js';
import type { Locale } from '../../domain/locale.js';
import type { HeldMailing } from '../../domain/person-hold.js';
import { groupBy } from '../../lib/group-by.js';

/** One message to one person, as the outbox works with it. */
export interface OutboxRow {
  readonly id: string;
  /** Which collection it lives in */
  readonly source: 'delivery' | 'message';
  readonly subscriberId: string;
  readonly address: string;
  readonly locale: Locale;
  /** Failed tries so far */
  readonly attempt: number;
  /** An alert that may have arrived was sent once more; there is no second time */
  readonly repeated: boolean;
  /** Index of the part to send next: a long text goes in several */
  readonly part: number;
  /** Why it waited for its person, and since when */
  readonly held?: HeldMailing | undefined;
  /** Set on deliveries */
  readonly broadcastId?: string | undefined;
  /** Viber: rows of one batch share a request */
  readonly batch?: string | undefined;
  /** Ids of the person's messages it edits or deletes, instead of sending one; doing so again is harmless */
  readonly targets?: readonly string[] | undefined;
  /** Key of the digest whose messages the first of those are: the digest is edited, what follows is as usual */
  readonly editsDigest?: string | undefined;
  /** Set on messages; a delivery's content is its broadcast's */
  readonly content?: OutgoingContent | undefined;
}

/** Rows by the request they go out in: one batch in one language and with the same part; a row without a batch alone. */
export function requestsOf(rows: readonly OutboxRow[]): OutboxRow[][] {
  const requestOf = ({ id, batch, part, locale }: OutboxRow) =>
    batch === undefined ? id : `${batch} ${part} ${locale}`;
  return [...groupBy(rows, requestOf).values()];
}

/** What happened to a row, to be written with the lease's fence. */
export interface RowOutcome {
  readonly row: OutboxRow;
  readonly status: Extract<
    DeliveryStatus,
    'queued' | 'leased' | 'sent' | 'failed' | 'unreachable' | 'unknown' | 'skipped'
  >;
  readonly code?: string | undefined;
  /** Ids of the part just sent, to be added */
  readonly messageIds?: readonly string[] | undefined;
  readonly part?: number | undefined;
  /** What the messenger said of its price */
  readonly billingStatus?: number | undefined;
  readonly attempt?: number | undefined;
  readonly repeated?: boolean | undefined;
  /** When it may be tried again. Stored for `queued` only: a row that stays claimed keeps its place in line */
  readonly dueAt?: Date | undefined;
  readonly at: Date;
}

/** What to claim next. */
export type ClaimSource =
  | { readonly source: 'message'; readonly lane: 'reply'; readonly exceptAddresses: readonly string[] }
  | { readonly source: 'message'; readonly lane: 'ordinary' }
  | { readonly source: 'delivery'; readonly broadcastId: string };
