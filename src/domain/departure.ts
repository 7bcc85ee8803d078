import type { BroadcastContent } from './broadcast.js';
import { earliestSendAt, type HoldReason, holdsOf, type SendingHours } from './sending-hours.js';

/** When a broadcast leaves, and what it waits for; no reason: for nothing. */
export interface Departure {
  readonly at: Date;
  readonly reason: 'undo' | 'schedule' | HoldReason | undefined;
}

/**
 * When a broadcast really leaves: not before its approval can no longer be taken back, not before its time, and
 * not while a hold covers the moment.
 *
 * @param from now by the city's clock
 * @param undoUntil by the city's clock too; undefined when there is nothing to take back
 */
export function departureOf(
  broadcast: Pick<BroadcastContent, 'kind' | 'sendAt' | 'ignoreQuietHours'>,
  from: Date,
  undoUntil: Date | undefined,
  hours: SendingHours,
  timeZone: string,
): Departure {
  const { sendAt } = broadcast;
  let planned: Departure = { at: from, reason: undefined };
  if (undoUntil && undoUntil > planned.at) planned = { at: undoUntil, reason: 'undo' };
  if (sendAt && sendAt > planned.at) planned = { at: sendAt, reason: 'schedule' };
  const { at, reason } = earliestSendAt(planned.at, holdsOf(broadcast, hours), timeZone);
  return { at, reason: reason ?? planned.reason };
}
