import type { SubscriberStatus } from './subscriber.js';

/** Who leaves within this time after a broadcast's message, the last they got, is counted as lost by it. */
export const UNSUBSCRIBE_WINDOW_MS = 24 * 60 * 60_000;

/** Code of a row `skipped` because its person is no longer `active`. */
export function leftCode(status: SubscriberStatus): string {
  return `left.${status}`;
}

/** The nine counts that exclude each other and add up to the total. */
export const COUNTED_STATUSES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'seen',
  'failed',
  'unreachable',
  'unknown',
  'skipped',
] as const;
export type CountedStatus = (typeof COUNTED_STATUSES)[number];

/**
 * Where one delivery stands. `leased` is shown to the outside as `queued`.
 * `queued` → `leased` (claimed, nothing sent) → `sending` (written before the request) → outcome.
 * `unknown`: the request went out and its outcome cannot be known; not repeated (except `alert`, once).
 */
export const DELIVERY_STATUSES = [...COUNTED_STATUSES, 'leased'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** `leased` is shown as `queued`: claimed, nothing sent. */
export function countedStatus(status: DeliveryStatus): CountedStatus {
  return status === 'leased' ? 'queued' : status;
}

export type DeliveryCounts = Readonly<Record<'total' | CountedStatus, number>>;

/** Adds up rows by what they are counted as. */
export function deliveryCounts(
  rows: readonly { readonly status: DeliveryStatus; readonly count: number }[],
): DeliveryCounts {
  const counts = Object.fromEntries(['total', ...COUNTED_STATUSES].map((name) => [name, 0]));
  for (const { status, count } of rows) {
    const counted = countedStatus(status);
    counts[counted] = (counts[counted] ?? 0) + count;
    counts.total = (counts.total ?? 0) + count;
  }
  // Built from COUNTED_STATUSES, so every key is there.
  return counts as DeliveryCounts;
}

/**
 * Which row goes first when several are due: danger, then an answer to a person, then the rest. While an alert goes
 * out, every fourth slot is a reply's, so that people in danger are answered too.
 */
export const LANES = ['alert', 'reply', 'ordinary'] as const;
export type Lane = (typeof LANES)[number];
