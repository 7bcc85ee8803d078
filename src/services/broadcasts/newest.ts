import type { Broadcast } from '../../domain/broadcast.js';
import type { BroadcastStore } from './store.js';

/** A broadcast with the words it has by now. */
export interface CurrentBroadcast extends Broadcast {
  /** When they last changed, by the city's calendar */
  readonly correctedAt?: Date | undefined;
}

/** The broadcast with the words it has by now: its last correction's. @param amendments of it, oldest first */
export function withNewestText(broadcast: Broadcast, amendments: readonly Broadcast[]): Broadcast {
  const newest = amendments.at(-1);
  return newest ? { ...broadcast, text: newest.text } : broadcast;
}

/** Reads a broadcast as it is by now; undefined when there is none of that id. */
export type ReadCurrent = (id: string) => Promise<CurrentBroadcast | undefined>;

export function createReadCurrent(store: Pick<BroadcastStore, 'get' | 'amendmentsOf'>): ReadCurrent {
  return async (id) => {
    const [broadcast, amendments] = await Promise.all([store.get(id), store.amendmentsOf([id])]);
    const correction = amendments.findLast(({ amends }) => amends?.action === 'correction');
    return broadcast && { ...withNewestText(broadcast, amendments), correctedAt: correction?.startedAt };
  };
}
