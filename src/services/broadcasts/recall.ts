import type { Clocks } from '../../lib/clocks.js';
import type { Amending } from './amending.js';
import type { Broadcasts } from './broadcasts.js';
import { withNewestText } from './newest.js';
import { allow } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface RecallDeps {
  readonly store: Pick<BroadcastStore, 'move' | 'skipWaiting'>;
  readonly amending: Amending;
  readonly clocks: Pick<Clocks, 'real'>;
  readonly viewOf: ViewOf;
}

/** Taking back what people have. One person may: a false alarm must not wait for a second one. */
export function createRecall({ store, amending, clocks, viewOf }: RecallDeps): Pick<Broadcasts, 'recall'> {
  return {
    async recall(id, reason, actor) {
      allow(actor, 'broadcasts.approve');
      const { first, earlier } = await amending.amendable(id);
      const newest = withNewestText(first, earlier);
      // What has not left must not; those in flight are waited for before anything is deleted.
      const stopped = await store.move(id, ['sending', 'paused'], 'cancelled', {});
      if (stopped) await store.skipWaiting(id, clocks.real());
      await amending.amend(first, earlier, {
        newest,
        action: 'recall',
        reason,
        author: actor.id,
        approver: actor,
      });
      return viewOf(stopped ?? first);
    },
  };
}
