import type { BroadcastStatus } from '../../domain/broadcast.js';
import type { Actor } from '../../domain/role.js';
import type { Broadcasts, BroadcastView } from './broadcasts.js';
import type { createCounts } from './counts.js';
import { assertNotMourned } from './mourning-pause.js';
import type { ReadRules } from './rules.js';
import { allow, notNow, type Steps } from './steps.js';
import type { BroadcastStore } from './store.js';
import type { ViewOf } from './view.js';

export interface CourseDeps {
  readonly store: Pick<BroadcastStore, 'move' | 'skipWaiting'>;
  readonly counts: ReturnType<typeof createCounts>;
  readonly now: () => Date;
  readonly real: () => Date;
  readonly rules: ReadRules;
  readonly steps: Steps;
  readonly viewOf: ViewOf;
  /** A status changed: the driver and the senders should look */
  readonly nudge: () => void;
}

interface Move {
  readonly action: string;
  readonly from: readonly BroadcastStatus[];
  readonly to: BroadcastStatus;
  /** What to say when the broadcast is in none of `from` */
  readonly otherwise: string;
}

const PAUSE: Move = {
  action: 'pause',
  from: ['sending'],
  to: 'paused',
  otherwise: 'Призупинити можна лише те, що надсилається.',
};
const RESUME: Move = {
  action: 'resume',
  from: ['paused'],
  to: 'sending',
  otherwise: 'Продовжити можна лише призупинену розсилку.',
};
const CANCEL: Move = {
  action: 'cancel',
  from: ['approved', 'scheduled', 'sending', 'paused'],
  to: 'cancelled',
  otherwise: 'Скасувати можна лише розсилку, яку ще не завершено.',
};

/** What may be done with a broadcast on its way. */
export function createCourse(deps: CourseDeps): Pick<Broadcasts, 'pause' | 'resume' | 'cancel'> {
  const { store, steps, viewOf } = deps;

  return {
    pause: async (id, actor) => viewOf(await move(id, PAUSE, actor)),
    resume: async (id, actor) => viewOf(await move(id, RESUME, actor)),
    async cancel(id, actor): Promise<BroadcastView> {
      const cancelled = await move(id, CANCEL, actor);
      await store.skipWaiting(id, deps.real());
      deps.counts.forget(id);
      return viewOf(cancelled);
    },
  };

  async function move(id: string, { action, from, to, otherwise }: Move, actor: Actor) {
    allow(actor, 'broadcasts.approve');
    const before = await steps.found(id);
    if (to === 'sending') await assertNotMourned(before, deps.rules, deps.now());
    // One that waited for an answer before it left leaves now.
    const startedAt = to === 'sending' ? (before.startedAt ?? deps.now()) : undefined;
    const after = await store.move(id, from, to, { startedAt });
    if (!after) throw notNow(before, otherwise);
    await steps.record(actor, action, after);
    deps.nudge();
    return after;
  }
}
