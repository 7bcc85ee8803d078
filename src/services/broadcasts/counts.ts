import type { Broadcast } from '../../domain/broadcast.js';
import { deliveryCounts } from '../../domain/delivery.js';
import type { BroadcastChannelCounts, BroadcastStore } from './store.js';

/** Live counts are this old at most. */
const FRESH_MS = 1_000;
/** Broadcasts remembered; a page shows at most 200. */
const REMEMBERED = 500;

const NOBODY = deliveryCounts([]);
/** Of a broadcast that nobody is planned for. */
export const NO_ROWS: BroadcastChannelCounts = {
  counts: NOBODY,
  channels: { telegram: NOBODY, viber: NOBODY },
};

interface Remembered {
  readonly atMs: number;
  readonly counts: Promise<BroadcastChannelCounts>;
}

/** Counts of deliveries: counted from the rows themselves, at most once a second while a broadcast is sent. */
export function createCounts(store: Pick<BroadcastStore, 'counts'>, real: () => Date) {
  const remembered = new Map<string, Remembered>();

  return {
    /** Of each of these, by its id. */
    async of(broadcasts: readonly Broadcast[]): Promise<ReadonlyMap<string, BroadcastChannelCounts>> {
      if (remembered.size + broadcasts.length > REMEMBERED) remembered.clear();
      const nowMs = real().getTime();
      const isFresh = ({ id, status }: Broadcast) => {
        const known = remembered.get(id);
        return known !== undefined && status === 'sending' && nowMs - known.atMs < FRESH_MS;
      };
      read(
        broadcasts.filter((broadcast) => !isFresh(broadcast)).map(({ id }) => id),
        nowMs,
      );
      return new Map(
        await Promise.all(
          broadcasts.map(async ({ id }) => [id, (await remembered.get(id)?.counts) ?? NO_ROWS] as const),
        ),
      );
    },
    forget: (id: string) => remembered.delete(id),
  };

  function read(ids: readonly string[], atMs: number): void {
    if (ids.length === 0) return;
    const found = store.counts(ids);
    for (const id of ids) {
      const counts = found.then((all) => all.get(id) ?? NO_ROWS);
      counts.catch(() => remembered.delete(id));
      remembered.set(id, { atMs, counts });
    }
  }
}
