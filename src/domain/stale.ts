import type { BroadcastKind } from './broadcast.js';

/** What happens to a broadcast that the service could not send in time: sent late, not at all, or staff decide. */
export const STALE_ACTIONS = ['send', 'ask', 'skip'] as const;
export type StaleAction = (typeof STALE_ACTIONS)[number];

export interface StaleRules {
  /** Lateness that is still in time, in minutes */
  readonly afterMinutes: number;
  readonly byKind: Readonly<Record<BroadcastKind, StaleAction>>;
}

/**
 * What to do with a broadcast whose moment has come.
 *
 * @param departedAt when it should have left, by the city's clock
 */
export function staleAction(
  kind: BroadcastKind,
  departedAt: Date,
  now: Date,
  { afterMinutes, byKind }: StaleRules,
): StaleAction {
  const lateMinutes = (now.getTime() - departedAt.getTime()) / 60_000;
  return lateMinutes > afterMinutes ? byKind[kind] : 'send';
}
