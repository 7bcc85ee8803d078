import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import type { Lease } from '../leases/leases.js';
import type { Addresses } from './addresses.js';
import type { Budget } from './budget.js';
import type { Channel, SendReceipt, UploadSource } from './channel.js';
import { MAX_IN_FLIGHT, type Picked, type Picker } from './picker.js';
import { RequestSlots } from './request-slots.js';
import type { Results } from './results.js';
import type { Silence } from './silence.js';
import type { OutboxStore } from './store.js';
import { addressesOf, messagesOf, type Unit } from './unit.js';

/** Deadline of one request to a messenger. */
const SEND_DEADLINE_MS = 8_000;
/** The same once the service stops: what still hangs then is unknown, and the lease is given back. */
const STOP_DEADLINE_MS = 6_000;
/** No send starts with less of the lease left: deadline plus a second to write the result. */
const LEASE_RESERVE_MS = 9_000;
/** Rows are marked `sending` this long before their slot: as long as the last marks took, within these bounds. */
const LEAD_MIN_MS = 10;
const LEAD_MAX_MS = 100;
/** A database that does not answer is asked again this often, while the lease lives. */
const RETRY_MS = 250;
/** A request that waited longer than this for another to end needs a new slot of the budget. */
const WAITED_MIN_MS = 10;
/** Requests that have ended and whose results are being written; more would only be unknown after a crash. */
const UNSETTLED_MAX = MAX_IN_FLIGHT;

export interface LauncherDeps {
  readonly channel: Channel;
  readonly store: OutboxStore;
  readonly uploads: UploadSource;
  readonly real: () => Date;
  readonly log: Logger;
  readonly lease: Lease;
  readonly budget: Budget;
  readonly addresses: Addresses;
  readonly picker: Picker;
  readonly silence: Silence;
  readonly results: Results;
  readonly isStopped: (unit: Unit) => boolean;
  /** A request or its result is done: there is room for more */
  readonly onRoom: () => void;
}

/** Sends what was picked, each at its slot, and never before its row is durably `sending`. */
export class Launcher {
  private readonly tasks = new Set<Promise<void>>();
  private readonly open = new Set<AbortController>();
  private readonly slots = new RequestSlots();
  /** Picked, until their result is written */
  private readonly picked = new Set<Unit>();
  private requests = 0;
  private leadMs = LEAD_MIN_MS;

  constructor(private readonly deps: LauncherDeps) {}

  /** Requests under way, and results beyond what may wait to be written. */
  get underWay(): number {
    return Math.max(this.requests, this.tasks.size - UNSETTLED_MAX);
  }

  /** Messages of mailings that were picked and whose results are not all written. */
  mailings(): number {
    const units = [...this.picked].filter(({ lane }) => lane !== 'reply');
    return units.reduce((sum, unit) => sum + messagesOf(unit), 0);
  }

  /** Picks and launches what is due. @returns whether there was anything */
  async launchDue(): Promise<boolean> {
    const { lease, picker, budget } = this.deps;
    if (lease.remainingMs() < LEASE_RESERVE_MS) return false;
    const nowMs = this.nowMs();
    const picked = picker.pick(nowMs, nowMs + this.leadMs, this.underWay);
    const firstMs = picked[0]?.slotMs;
    if (firstMs === undefined) return false;
    for (const { unit } of picked) this.picked.add(unit);
    const marked = await this.markSending(picked);
    const lateMs = Math.max(0, this.nowMs() - firstMs);
    if (lateMs > 0) budget.postpone(lateMs, firstMs);
    for (const { unit, slotMs } of picked) {
      const rows = unit.rows.filter((row) => marked.has(row.id));
      if (rows.length > 0) this.launch({ ...unit, rows }, unit, slotMs + lateMs);
      else this.release(unit, undefined);
    }
    return true;
  }

  /** When it is worth looking again, seen from now; Infinity when something must end first. */
  nextInMs(): number {
    if (this.deps.lease.remainingMs() < LEASE_RESERVE_MS) return Number.POSITIVE_INFINITY;
    const nowMs = this.nowMs();
    return this.deps.picker.nextMs(nowMs, this.underWay) - this.leadMs - nowMs;
  }

  /** Resolves when every request has ended and its result is written. */
  async settled(): Promise<void> {
    await Promise.all(this.tasks);
  }

  /** No more requests; those under way end within six seconds. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => {
      for (const controller of this.open) controller.abort();
    }, STOP_DEADLINE_MS);
    await this.settled();
    clearTimeout(timer);
  }

  private launch(unit: Unit, picked: Unit, slotMs: number): void {
    this.requests += 1;
    const task = this.send(unit, picked, slotMs)
      .catch((error: unknown) => {
        this.deps.log.error({ err: error, channel: this.deps.channel.id }, 'outbox: result not handled');
      })
      .finally(() => {
        this.tasks.delete(task);
        this.deps.onRoom();
      });
    this.tasks.add(task);
  }

  private async send(unit: Unit, picked: Unit, slotMs: number): Promise<void> {
    await this.waitUntil(slotMs);
    const ended = await this.slots.hold(unit.lane, async (waitedMs) => {
      // Its slot of the budget has passed meanwhile: others were given the time after it.
      if (waitedMs > WAITED_MIN_MS) await this.waitUntil(this.deps.budget.take(unit.part.cost, this.nowMs()));
      return this.sendNow(unit, picked);
    });
    return ended.settled;
  }

  private async waitUntil(atMs: number): Promise<void> {
    const delayMs = atMs - this.nowMs();
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  }

  /** @returns once the request has ended, with when its result is written */
  private async sendNow(unit: Unit, picked: Unit): Promise<{ settled: Promise<void> }> {
    const { results, silence, lease } = this.deps;
    const isSilent = silence.leftMs(this.nowMs()) > 0 || lease.remainingMs() < LEASE_RESERVE_MS;
    if (isSilent || lease.signal.aborted || this.deps.isStopped(unit)) {
      this.requests -= 1;
      return { settled: results.notSent(unit).finally(() => this.release(picked, undefined)) };
    }
    const request = this.request(unit).finally(() => {
      this.requests -= 1;
      this.deps.onRoom();
    });
    const handled = request.then(
      (receipt) => ({ endedMs: this.nowMs(), done: results.accepted(unit, receipt) }),
      (error: unknown) => ({ endedMs: this.nowMs(), done: results.failed(unit, error) }),
    );
    const { endedMs, done } = await handled;
    // Only now: until the result is written and the next part in its place, nothing else may go to these people.
    return { settled: done.finally(() => this.release(picked, endedMs)) };
  }

  private async request({ rows, part }: Unit): Promise<SendReceipt> {
    const { channel, uploads } = this.deps;
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), SEND_DEADLINE_MS);
    this.open.add(controller);
    try {
      const addresses = rows.map((row) => row.address);
      const messageId = part.target === undefined ? undefined : rows[0]?.targets?.[part.target];
      return await channel.send({ addresses, part, uploads, messageId }, controller.signal);
    } finally {
      clearTimeout(timer);
      this.open.delete(controller);
    }
  }

  /** Asks again until it is known to be written, or the lease is gone (then nothing is sent). */
  private async markSending(picked: readonly Picked[]): Promise<ReadonlySet<string>> {
    const { lease, store, log } = this.deps;
    const rows = picked.flatMap(({ unit }) => unit.rows);
    const startedMs = this.nowMs();
    while (!lease.signal.aborted) {
      try {
        const marked = await store.markSending(rows, lease.fence, this.deps.real());
        const tookMs = this.nowMs() - startedMs;
        this.leadMs = Math.min(LEAD_MAX_MS, Math.max(LEAD_MIN_MS, 2 * tookMs, this.leadMs * 0.9));
        return marked;
      } catch (error) {
        log.error({ err: error, rows: rows.length }, 'outbox: rows not marked yet');
        await sleep(RETRY_MS, lease.signal);
      }
    }
    return new Set();
  }

  private release(unit: Unit, endedMs: number | undefined): void {
    const { addresses, picker } = this.deps;
    if (endedMs === undefined) addresses.free(addressesOf(unit));
    else addresses.rest(addressesOf(unit), endedMs);
    picker.release(unit);
    this.picked.delete(unit);
  }

  private nowMs(): number {
    return this.deps.real().getTime();
  }
}
