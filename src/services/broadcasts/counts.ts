import type { Broadcast } from '../../domain/broadcast.js';
import type { BroadcastChannelCounts, BroadcastStore } from './store.js';

/** Live counts are this old at most. */
const FRESH_MS = 1_000;
/** Broadcasts remembered; a page shows at most 200. */
const REMEMBERED = 500;

interface Remembered {
  readonly atMs: number;
  readonly counts: Promise<BroadcastChannelCounts>;
}

/** Counts of deliveries: counted from the rows themselves, at most once a second while a broadcast is sent. */
export function createCounts(store: Pick<BroadcastStore, 'counts'>, real: () => Date) {
  const remembered = new Map<string, Remembered>();
  return {
    of({ id, status }: Broadcast): Promise<BroadcastChannelCounts> {
      const nowMs = real().getTime();
      const known = remembered.get(id);
      if (known && status === 'sending' && nowMs - known.atMs < FRESH_MS) return known.counts;
      if (remembered.size >= REMEMBERED) remembered.clear();
      const counts = store.counts(id);
      remembered.set(id, { atMs: nowMs, counts });
      counts.catch(() => remembered.delete(id));
      return counts;
    },
    forget: (id: string) => remembered.delete(id),
  };
}
