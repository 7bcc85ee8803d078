import type { Doorbell } from '../../lib/doorbell.js';
import { sleep } from '../../lib/sleep.js';
import type { Lease } from '../leases/leases.js';
import { AccountRefusal } from './account-refusal.js';
import type { Addresses } from './addresses.js';
import { Budget, type Pace } from './budget.js';
import { Buffer } from './buffer.js';
import { Claims, type ClaimsDeps } from './claims.js';
import { Fuse, type FuseDeps } from './fuse.js';
import { Judge } from './judge.js';
import { Launcher } from './launcher.js';
import { createPausing } from './pausing.js';
import { Picker } from './picker.js';
import { Results, type ResultsDeps } from './results.js';
import { Settlements } from './settlements.js';
import { Silence } from './silence.js';
import { Throttle } from './throttle.js';
import { Trouble } from './trouble.js';
import type { Unit } from './unit.js';

/** Everything is looked at this often at least: another process may have queued a reply. */
const IDLE_MS = 200;
/** A silence is slept through in naps of this length, so that a stop need not wait. */
const NAP_MS = 1_000;

export interface ShiftDeps extends ClaimsDeps, ResultsDeps {
  /** Absent where messages cost nothing */
  readonly price?: FuseDeps | undefined;
}

/** One period of holding the bot's lease: claims, picks, sends and settles until it ends. */
export class Shift {
  private readonly buffer = new Buffer();
  private readonly silence: Silence;
  private readonly trouble: Trouble;
  private readonly accountRefusal: AccountRefusal;
  private readonly claims: Claims;
  private readonly launcher: Launcher;
  private filling: Promise<void> | undefined;
  private nudged = true;
  private broken = false;

  constructor(
    private readonly deps: ShiftDeps,
    private readonly lease: Lease,
    addresses: Addresses,
    private readonly doorbell: Doorbell,
  ) {
    const { store, log, pace, uploads } = deps;
    const { buffer } = this;
    const { fence } = lease;
    const { perSecond } = pace;
    const judge = new Judge();
    this.silence = new Silence(deps);
    this.trouble = new Trouble(deps);
    const settlements = new Settlements((outcomes) => store.settle(outcomes, fence), lease.signal, log);
    const fuse = deps.price && new Fuse(deps.price, () => buffer.mailings() + this.launcher.mailings());
    this.claims = new Claims(deps, buffer, fence, fuse, (ids, lookedAt) => judge.follow(ids, lookedAt));
    const budget = new Budget(perSecond, firstSlotMs(pace, fence, deps.real().getTime()), (atMs) =>
      this.silence.speedAt(atMs),
    );
    const isStopped = ({ rows }: Unit) => judge.isStopped(rows[0]?.broadcastId);
    const isUntried = ({ rows }: Unit) => judge.isUntried(rows[0]?.broadcastId);
    const picker = new Picker({ perSecond, buffer, budget, addresses, uploads, isStopped, isUntried });
    const { silence, trouble } = this;
    const throttle = new Throttle(silence);
    const pause = createPausing(deps, judge, () => this.nudge());
    const accountRefusal = new AccountRefusal({ ...deps, silence, trouble, pause });
    this.accountRefusal = accountRefusal;
    const results = new Results(deps, {
      buffer,
      settlements,
      judge,
      throttle,
      trouble,
      accountRefusal,
      pause,
      fuse,
      fence,
    });
    const onRoom = () => doorbell.ring();
    this.launcher = new Launcher({
      ...deps,
      lease,
      budget,
      addresses,
      picker,
      silence,
      results,
      isStopped,
      onRoom,
    });
  }

  /** Something new may be due. */
  nudge(): void {
    this.nudged = true;
    this.doorbell.ring();
  }

  /** Works until the lease's signal aborts, then ends the requests under way and gives the rest back. */
  async run(): Promise<void> {
    const { deps, lease } = this;
    await deps.store.recover(deps.channel.id, lease.fence, deps.real());
    await Promise.all([this.silence.resume(), this.trouble.resume()]);
    while (!lease.signal.aborted) {
      try {
        await this.step();
      } catch (error) {
        this.fail(error);
        await sleep(IDLE_MS, lease.signal);
      }
    }
    await this.launcher.stop();
    await this.giveBack();
  }

  private async step(): Promise<void> {
    const { lease, launcher } = this;
    if (this.broken) await this.giveBack();
    const now = this.deps.real();
    await this.accountRefusal.look(now);
    const silentMs = this.silence.leftMs(now.getTime());
    if (silentMs > 0) return sleep(Math.min(silentMs, NAP_MS), lease.signal);
    this.filling ??= this.fill();
    if (await launcher.launchDue()) return;
    await this.doorbell.wait(Math.max(1, Math.min(IDLE_MS, launcher.nextInMs())), lease.signal);
  }

  /** Beside the sending: the line must not stand still while the next rows are claimed. */
  private async fill(): Promise<void> {
    const { nudged } = this;
    this.nudged = false;
    try {
      const claimed = await this.claims.fill(nudged);
      if (claimed || this.nudged) this.doorbell.ring();
    } catch (error) {
      this.fail(error);
    } finally {
      this.filling = undefined;
    }
  }

  private fail(error: unknown): void {
    this.deps.log.error({ err: error, channel: this.deps.channel.id }, 'outbox: step failed, trying again');
    this.broken = true;
  }

  /** Once nothing is under way: forgets what is claimed and gives it back, also claims that were never answered. */
  private async giveBack(): Promise<void> {
    await Promise.all([this.filling, this.launcher.settled()]);
    this.buffer.remove(() => true);
    await this.deps.store.releaseLeased(this.deps.channel.id, this.lease.fence);
    this.broken = false;
  }
}

/**
 * A new holder's budget is empty. Where there was one before, it may have written to anybody just now: the first
 * person is as far away as a person's own rest.
 */
function firstSlotMs({ perSecond, perAddressMs }: Pace, fence: number, nowMs: number): number {
  return nowMs + Math.max(1_000 / perSecond, fence > 1 ? perAddressMs : 0);
}
