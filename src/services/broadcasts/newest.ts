import type { Broadcast } from '../../domain/broadcast.js';
import type { BroadcastStore } from './store.js';

/** The broadcast with the words it has by now: its last correction's. @param amendments of it, oldest first */
export function withNewestText(broadcast: Broadcast, amendments: readonly Broadcast[]): Broadcast {
  const newest = amendments.at(-1);
  return newest ? { ...broadcast, text: newest.text } : broadcast;
}

/** Reads a broadcast as it is by now; undefined when there is none of that id. */
export function createReadNewest(store: Pick<BroadcastStore, 'get' | 'amendmentsOf'>) {
  return async (id: string): Promise<Broadcast | undefined> => {
    const [broadcast, amendments] = await Promise.all([store.get(id), store.amendmentsOf([id])]);
    return broadcast && withNewestText(broadcast, amendments);
  };
}
