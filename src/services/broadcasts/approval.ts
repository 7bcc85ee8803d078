import { Refusal } from '../../domain/refusal.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Broadcasts } from './broadcasts.js';
import { allow, notNow, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface ApprovalDeps {
  readonly store: Pick<BroadcastStore, 'move'>;
  readonly clocks: Clocks;
  readonly steps: Steps;
  readonly viewOf: ViewOf;
  /** A status changed: the driver should look */
  readonly nudge: () => void;
}

/** Letting a broadcast go: an approval binds to the hash of what was seen. */
export function createApproval(deps: ApprovalDeps): Pick<Broadcasts, 'approve'> {
  const { store, clocks, steps } = deps;
  return {
    async approve(id, { hash, undoSeconds = 0 }, actor) {
      allow(actor, 'broadcasts.approve');
      const before = await steps.found(id);
      if (before.status !== 'draft') throw notNow(before, 'Цю розсилку вже затверджено.');
      if (hash !== undefined && hash !== before.hash) throw stale();
      const approved = await store.move(
        id,
        ['draft'],
        'approved',
        {
          approval: { by: actor.id, hash: before.hash, at: clocks.now() },
          undoUntil: new Date(clocks.real().getTime() + undoSeconds * 1_000),
        },
        before.hash,
      );
      if (!approved) throw stale();
      await steps.record(actor, 'approve', approved);
      deps.nudge();
      return deps.viewOf(approved);
    },
  };
}

function stale(): Refusal {
  return new Refusal(
    'conflict',
    'broadcast.stale-hash',
    'Розсилку змінили після того, як ви її відкрили. Перегляньте нову редакцію й затвердьте її.',
  );
}
