import type { Broadcast } from '../../domain/broadcast.js';
import type { Digests } from '../digest/digest.js';
import type { BroadcastStore } from './store.js';

/** What an earlier amendment says beside its end. */
const REPLACED = 'Замінено пізнішим виправленням або відкликанням.';

export interface AmendmentTurnDeps {
  readonly store: Pick<
    BroadcastStore,
    'get' | 'planning' | 'amendmentsOf' | 'markRecalled' | 'move' | 'skipWaiting' | 'hasDue'
  >;
  readonly digests: Pick<Digests, 'withdraw'>;
  readonly real: () => Date;
}

/**
 * Whether an amendment may be planned: the amendments before it are ended, and nothing that it is to change is in
 * flight any more. Repeated harmlessly.
 */
export function createAmendmentTurn({ store, digests, real }: AmendmentTurnDeps) {
  return async ({ amends, createdAt, startedAt = createdAt }: Broadcast): Promise<boolean> => {
    if (!amends) return true;
    if (amends.action === 'recall') await store.markRecalled(amends.broadcastId, startedAt);
    const siblings = await store.amendmentsOf([amends.broadcastId]);
    const earlier = siblings.filter((sibling) => (sibling.amends?.number ?? 0) < amends.number);
    for (const { id } of earlier) {
      const ended = await store.move(id, ['sending', 'paused'], 'cancelled', { pauseReason: REPLACED });
      if (ended) await store.skipWaiting(id, real());
    }
    for (const id of [amends.broadcastId, ...earlier.map((sibling) => sibling.id)])
      if (await store.hasDue(id)) return false;
    if (!(await digests.withdraw(amends.broadcastId, startedAt))) return false;
    const first = await store.get(amends.broadcastId);
    return first?.status !== 'sending' || (await store.planning(first.id))?.done === true;
  };
}
