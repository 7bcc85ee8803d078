import type { Actor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import type { BroadcastStore } from './store.js';

/** Who pauses a broadcast when a messenger will not take it. */
const OUTBOX: Actor = { kind: 'system', id: 'outbox', name: 'Вісник', roles: [] };

export interface SelfPauseDeps {
  readonly store: Pick<BroadcastStore, 'move'>;
  readonly audit: Audit;
  /** A status changed: the driver and the senders should look */
  readonly nudge: () => void;
}

/** Pauses a broadcast that is being sent; staff read the reason beside it and resume or cancel it. */
export function createSelfPause({ store, audit, nudge }: SelfPauseDeps) {
  return async (id: string, reason: string): Promise<void> => {
    const paused = await store.move(id, ['sending'], 'paused', { pauseReason: reason });
    if (!paused) return;
    nudge();
    const { status, hash, title, pauseReason } = paused;
    await audit.record({
      actor: OUTBOX,
      action: 'broadcast.pause',
      subject: id,
      after: { status, hash, title, pauseReason },
    });
  };
}
