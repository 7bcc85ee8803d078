/**
 * Where one delivery stands. `leased` is shown to the outside as `queued`.
 * `queued` → `leased` (claimed, nothing sent) → `sending` (written before the request) → outcome.
 * `unknown`: the request went out and its outcome cannot be known; not repeated (except `alert`, once).
 */
export const DELIVERY_STATUSES = [
  'queued',
  'leased',
  'sending',
  'sent',
  'delivered',
  'seen',
  'failed',
  'unreachable',
  'unknown',
  'skipped',
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

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
export type DeliveryCounts = Readonly<Record<'total' | CountedStatus, number>>;

/**
 * Which row goes first when several are due: danger, then an answer to a person, then the rest. While an alert goes
 * out, every fourth slot is a reply's, so that people in danger are answered too.
 */
export const LANES = ['alert', 'reply', 'ordinary'] as const;
export type Lane = (typeof LANES)[number];
