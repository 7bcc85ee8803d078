import type { Broadcast } from '../../domain/broadcast.js';
import { departureOf } from '../../domain/departure.js';
import { SERVICE } from '../../domain/role.js';
import { staleAction } from '../../domain/stale.js';
import type { Clocks } from '../../lib/clocks.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import type { Audit } from '../audit/audit.js';
import type { Digests } from '../digest/digest.js';
import { createAmendmentTurn } from './amendment-turn.js';
import { NO_ROWS } from './counts.js';
import { createMourningPause } from './mourning-pause.js';
import type { Planner } from './planning-turns.js';
import type { BroadcastRules, ReadRules } from './rules.js';
import type { BroadcastStore } from './store.js';

/** Schedules, undo windows and finishes are looked at this often without a nudge. */
const TICK_MS = 1_000;

export interface DriverDeps {
  readonly store: BroadcastStore;
  readonly planner: Planner;
  /** The same for corrections and recalls */
  readonly amendmentPlanner: Planner;
  /** A correction, a recall or a cancellation reaches digests, too */
  readonly digests: Pick<Digests, 'withdraw'>;
  readonly rules: ReadRules;
  readonly audit: Audit;
  readonly clocks: Clocks;
  /** Rows were planned: the senders should look */
  readonly nudgeSenders: () => void;
  readonly log: Logger;
}

/** What becomes of a broadcast that missed its time and is not sent at once. */
const STALE_ENDS = {
  ask: {
    status: 'paused',
    pauseReason: 'Час надсилання минув, поки служба не працювала. Вирішіть: продовжити чи скасувати.',
  },
  skip: {
    status: 'cancelled',
    pauseReason: 'Час надсилання минув, поки служба не працювала, тому розсилку пропущено.',
  },
} as const;

/**
 * Moves broadcasts along: approved → scheduled when the undo window ends, scheduled → sending when its time
 * comes, sending → finished when no row waits; what is cancelled disappears from digests that have not left. Runs in
 * the process that holds its lease; every step is repeated harmlessly.
 */
export class BroadcastDriver {
  private readonly doorbell = new Doorbell();
  private readonly mayPlan: ReturnType<typeof createAmendmentTurn>;
  private readonly pausedByMourning: ReturnType<typeof createMourningPause>;

  constructor(private readonly deps: DriverDeps) {
    this.mayPlan = createAmendmentTurn({ ...deps, real: deps.clocks.real });
    this.pausedByMourning = createMourningPause({ ...deps, now: deps.clocks.now });
  }

  nudge(): void {
    this.doorbell.ring();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look(signal).catch((error: unknown) => this.failed('broadcasts', error));
      await this.doorbell.wait(TICK_MS, signal);
    }
  }

  /** Moves each broadcast as far as it can go now. */
  async look(signal: AbortSignal): Promise<void> {
    await this.windUp().catch((error: unknown) => this.failed('cancelled', error));
    const broadcasts = await this.deps.store.inStatus(['approved', 'scheduled', 'sending']);
    if (broadcasts.length === 0) return;
    const rules = await this.deps.rules();
    for (const broadcast of broadcasts) {
      if (signal.aborted) return;
      await this.advance(broadcast, rules, signal).catch((error: unknown) =>
        this.failed(broadcast.id, error),
      );
    }
  }

  private async advance(broadcast: Broadcast, rules: BroadcastRules, signal: AbortSignal): Promise<void> {
    const { store, clocks } = this.deps;
    const { id, status, hash, undoUntil } = broadcast;
    if (status === 'approved') {
      if (undoUntil && undoUntil > clocks.real()) return;
      const scheduled = await store.move(id, ['approved'], 'scheduled', {}, hash);
      return scheduled && this.advance(scheduled, rules, signal);
    }
    if (status === 'scheduled') {
      const started = await this.start(broadcast, rules);
      return started && this.advance(started, rules, signal);
    }
    if (await this.pausedByMourning(broadcast, rules)) return;
    if (!(await this.mayPlan(broadcast))) return;
    const { planner, amendmentPlanner, nudgeSenders } = this.deps;
    const planned = await (broadcast.amends ? amendmentPlanner : planner).plan(
      broadcast,
      signal,
      nudgeSenders,
    );
    if (planned) await this.finishIfDone(id);
    else this.nudge();
  }

  /** Lets a broadcast leave whose time has come. @returns it when it is being sent now */
  private async start(broadcast: Broadcast, rules: BroadcastRules): Promise<Broadcast | undefined> {
    const { store, clocks, audit } = this.deps;
    const { id, kind, hash } = broadcast;
    const now = clocks.now();
    if (departureOf(broadcast, now, undefined, rules.hours, rules.timeZone).at > now) return undefined;
    if (await this.pausedByMourning(broadcast, rules)) return undefined;
    const action = staleAction(kind, plannedDeparture(broadcast, rules), now, rules.stale);
    if (action === 'send') return store.move(id, ['scheduled'], 'sending', { startedAt: now }, hash);
    const { status, pauseReason } = STALE_ENDS[action];
    const stopped = await store.move(id, ['scheduled'], status, { pauseReason }, hash);
    if (stopped) await audit.record({ actor: SERVICE, action: `broadcast.stale-${action}`, subject: id });
    return undefined;
  }

  /** What a cancelled broadcast has left behind: rows that came back since, and digests that tell of it. */
  private async windUp(): Promise<void> {
    const { store, digests, clocks } = this.deps;
    const now = clocks.now();
    for (const id of await store.cancelledUnfinished()) {
      await store.skipWaiting(id, clocks.real());
      if (await digests.withdraw(id, now))
        await store.move(id, ['cancelled'], 'cancelled', { finishedAt: now });
    }
  }

  private async finishIfDone(id: string): Promise<void> {
    const { store, clocks, log } = this.deps;
    if (await store.hasWaiting(id)) return;
    const finished = await store.move(id, ['sending'], 'finished', { finishedAt: clocks.now() });
    if (!finished) return;
    const { counts } = (await store.counts([id])).get(id) ?? NO_ROWS;
    log.info({ broadcastId: id, ...counts }, 'broadcast: finished');
  }

  private failed(what: string, error: unknown): undefined {
    this.deps.log.error({ err: error, broadcast: what }, 'broadcast: step failed, trying again');
    return undefined;
  }
}

/** When it would have left, had the service always run. */
function plannedDeparture(broadcast: Broadcast, { hours, timeZone }: BroadcastRules): Date {
  const approvedAt = broadcast.approvals.at(-1)?.at ?? broadcast.createdAt;
  return departureOf(broadcast, approvedAt, undefined, hours, timeZone).at;
}
