import { createSlidingWindow } from '../sliding-window.js';

/** Which rates are enforced. */
export interface ViberRates {
  /** Messages to one person in an hour without a word from them */
  readonly unansweredPerHour: number;
  /** broadcast_message requests in ten seconds */
  readonly broadcastsPerTenSeconds: number;
}

/**
 * @see https://creators.viber.com/docs/bots-api/resources/messaging/send-message
 * @see https://creators.viber.com/docs/bots-api/resources/messaging/broadcast-message
 */
export const DEFAULT_VIBER_RATES: ViberRates = { unansweredPerHour: 100, broadcastsPerTenSeconds: 500 };

/** @see https://creators.viber.com/docs/bots-api/resources/subscribers/get-subscriber-details */
const USER_DETAILS_PER_12_HOURS = 2;
const HOUR_MS = 3600_000;

/** Counts what the documented rates limit. Each check counts when it passes. */
export interface ViberLimits {
  mayMessage(personId: string): boolean;
  mayBroadcast(): boolean;
  mayReadDetails(personId: string): boolean;
  /** The person wrote: their hour starts anew */
  heardFrom(personId: string): void;
}

/** @param rates `false` turns all of them off */
export function createViberLimits(rates: ViberRates | false, nowMs: () => number): ViberLimits {
  if (rates === false) {
    return { mayMessage: () => true, mayBroadcast: () => true, mayReadDetails: () => true, heardFrom() {} };
  }
  const unanswered = createSlidingWindow(rates.unansweredPerHour, HOUR_MS);
  const broadcasts = createSlidingWindow(rates.broadcastsPerTenSeconds, 10_000);
  const details = createSlidingWindow(USER_DETAILS_PER_12_HOURS, 12 * HOUR_MS);
  return {
    mayMessage: (personId) => unanswered.tryAdd(personId, nowMs()),
    mayBroadcast: () => broadcasts.tryAdd('', nowMs()),
    mayReadDetails: (personId) => details.tryAdd(personId, nowMs()),
    heardFrom: (personId) => unanswered.reset(personId),
  };
}
