import type { OutgoingContent } from '../../domain/content.js';
import type { Lane } from '../../domain/delivery.js';
import { LANES } from '../../domain/delivery.js';
import type { Locale } from '../../domain/locale.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import type { Lease } from '../leases/leases.js';
import { Budget, type Pace } from './budget.js';
import { type Channel, type RenderedPart, SendError, type SendReceipt } from './channel.js';
import { Claims } from './claims.js';
import { failedOutcome } from './outcome.js';
import type { OutboxRow, RowOutcome } from './row.js';
import { Settlements } from './settlements.js';
import type { OutboxStore, SendableBroadcast } from './store.js';
import { Buffer, type Unit } from './unit.js';
import type { Uploads } from './uploads.js';

/** Deadline of one request to a messenger. */
const SEND_DEADLINE_MS = 8_000;
/** No send starts with less of the lease left: deadline plus a second to write the result. */
const LEASE_RESERVE_MS = 9_000;
/** Only what the budget releases within this time is marked `sending`. */
const MICRO_BATCH_MS = 100;
/** Requests under way at once. */
const MAX_IN_FLIGHT = 40;
/** Of these, kept for replies: a broadcast whose requests hang until their deadline holds no answer up. */
const KEPT_FOR_REPLIES = 8;
/** The reply lane is looked at this often at least. */
const IDLE_MS = 200;
/** Silence after a refused token or account before one more try. */
const ACCOUNT_PAUSE_MS = 60_000;

export interface SenderDeps {
  readonly channel: Channel;
  readonly store: OutboxStore;
  readonly pace: Pace;
  readonly uploads: Uploads;
  /** Broadcasts that may be sent now, in the order they should share the line */
  readonly sendable: () => Promise<readonly SendableBroadcast[]>;
  readonly content: (broadcastId: string, locale: Locale) => Promise<OutgoingContent | undefined>;
  /** A person blocked the bot or left */
  readonly onUnreachable: (row: OutboxRow, code: string) => Promise<void>;
  readonly real: () => Date;
  readonly random: () => number;
  readonly log: Logger;
}

/**
 * Sends everything of one bot, replies included, while it holds the bot's lease. Sending is at most once: a row
 * is durably `sending` before its request starts, and a row found so later is never sent again.
 */
export class Sender {
  private readonly buffer = new Buffer();
  private readonly inFlight = new Set<Promise<void>>();
  private readonly busyAddresses = new Set<string>();
  private readonly uploading = new Set<string>();
  private pausedUntilMs = 0;
  private readonly doorbell = new Doorbell();
  private nudged = true;
  private reclaim = false;

  constructor(private readonly deps: SenderDeps) {}

  /** Something new may be due: look now instead of within 200 ms. */
  nudge(): void {
    this.nudged = true;
    this.doorbell.ring();
  }

  /** Runs until the lease's signal aborts, then ends the requests under way and gives the rest back. */
  async run(lease: Lease): Promise<void> {
    const { channel, store, log } = this.deps;
    await store.recover(channel.id, lease.fence, this.deps.real());
    this.pausedUntilMs = (await store.pausedUntil(channel.id))?.getTime() ?? 0;
    const budget = new Budget(this.deps.pace, this.nowMs());
    const settlements = new Settlements((outcomes) => store.settle(outcomes, lease.fence), lease.signal, log);
    const claims = new Claims(this.deps, this.buffer, lease.fence);
    while (!lease.signal.aborted) {
      try {
        await this.step(lease, budget, settlements, claims);
      } catch (error) {
        log.error({ err: error, channel: channel.id }, 'outbox: step failed, trying again');
        await sleep(IDLE_MS, lease.signal);
        this.reclaim = true;
      }
    }
    await this.releaseClaims(lease.fence);
    await settlements.flush();
  }

  private async step(lease: Lease, budget: Budget, settlements: Settlements, claims: Claims): Promise<void> {
    if (this.reclaim) await this.releaseClaims(lease.fence);
    const pauseMs = this.pausedUntilMs - this.nowMs();
    if (pauseMs > 0) return sleep(Math.min(pauseMs, 1_000), lease.signal);
    const nudged = this.nudged;
    this.nudged = false;
    await claims.fill(nudged);
    const picked = this.pick(lease, budget);
    if (picked.length > 0) return this.launch(picked, lease, budget, settlements);
    await this.doorbell.wait(this.waitMs(budget), lease.signal);
  }

  /** Units that the budget releases within the next 100 ms, each with its slot. */
  private pick(lease: Lease, budget: Budget): { unit: Unit; slotMs: number }[] {
    const picked: { unit: Unit; slotMs: number }[] = [];
    if (lease.remainingMs() < LEASE_RESERVE_MS) return picked;
    const nowMs = this.nowMs();
    const horizonMs = nowMs + MICRO_BATCH_MS;
    const ready = {
      addressReady: (address: string) =>
        !this.busyAddresses.has(address) && budget.addressSlotMs(address) <= nowMs,
      uploadsReady: (part: RenderedPart) => this.missingUploads(part).every((id) => !this.uploading.has(id)),
    };
    while (budget.nextSlotMs(nowMs) <= horizonMs) {
      const unit = this.buffer.takeFirst(openLanes(this.inFlight.size + picked.length), ready);
      if (!unit) break;
      const addresses = unit.rows.map((row) => row.address);
      for (const address of addresses) this.busyAddresses.add(address);
      for (const id of this.missingUploads(unit.part)) this.uploading.add(id);
      picked.push({ unit, slotMs: budget.take(unit.part.cost, addresses, nowMs) });
    }
    return picked;
  }

  private async launch(
    picked: readonly { unit: Unit; slotMs: number }[],
    lease: Lease,
    budget: Budget,
    settlements: Settlements,
  ): Promise<void> {
    const marked = await this.markSending(picked, lease);
    const lateMs = Math.max(0, this.nowMs() - (picked[0]?.slotMs ?? 0));
    budget.postpone(
      lateMs,
      picked.flatMap(({ unit }) => unit.rows.map((row) => row.address)),
    );
    for (const { unit, slotMs } of picked) {
      const rows = unit.rows.filter((row) => marked.has(row.id));
      if (rows.length === 0) {
        this.release(unit);
        continue;
      }
      const task = this.sendAt(slotMs + lateMs, { ...unit, rows }, lease, settlements)
        .catch((error: unknown) => {
          this.deps.log.error({ err: error, channel: this.deps.channel.id }, 'outbox: result not handled');
        })
        .finally(() => {
          this.release(unit);
          this.inFlight.delete(task);
          this.doorbell.ring();
        });
      this.inFlight.add(task);
    }
  }

  /** Asks again until it is known to be written, or the lease is gone (then nothing is sent). */
  private async markSending(picked: readonly { unit: Unit }[], lease: Lease): Promise<ReadonlySet<string>> {
    const rows = picked.flatMap(({ unit }) => unit.rows);
    while (!lease.signal.aborted) {
      try {
        return await this.deps.store.markSending(rows, lease.fence, this.deps.real());
      } catch (error) {
        this.deps.log.error({ err: error, rows: rows.length }, 'outbox: rows not marked yet');
        await sleep(IDLE_MS, lease.signal);
      }
    }
    return new Set();
  }

  private async sendAt(slotMs: number, unit: Unit, lease: Lease, settlements: Settlements): Promise<void> {
    const delayMs = slotMs - this.nowMs();
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const paused = this.pausedUntilMs > this.nowMs();
    if (paused || lease.remainingMs() < LEASE_RESERVE_MS) {
      const at = this.deps.real();
      return settlements.add(unit.rows.map((row) => ({ row, status: 'queued', dueAt: at, at })));
    }
    let receipt: SendReceipt;
    try {
      receipt = await this.deps.channel.send(
        { addresses: unit.rows.map((row) => row.address), part: unit.part, uploads: this.deps.uploads },
        AbortSignal.timeout(SEND_DEADLINE_MS),
      );
    } catch (error) {
      return this.afterFailure(unit, error, settlements);
    }
    await this.afterSuccess(unit, receipt, settlements);
  }

  private async afterSuccess(unit: Unit, receipt: SendReceipt, settlements: Settlements): Promise<void> {
    const at = this.deps.real();
    const random = this.onceRandom();
    const status = unit.rest.length === 0 ? 'sent' : 'leased';
    const outcomes = unit.rows.map((row): RowOutcome => {
      const refusal = receipt.refused.get(row.address);
      if (refusal) return failedOutcome(row, unit.lane, refusal, at, random);
      return { row, status, part: row.part + 1, messageIds: receipt.messageIds, at };
    });
    // First of all the outcome: whatever fails below must not leave the rows `sending`.
    await settlements.add(outcomes);
    this.continueWith(unit, outcomes);
    for (const [fileId, reference] of receipt.references) await this.deps.uploads.learn(fileId, reference);
    await this.tellUnreachable(outcomes);
  }

  /** The next part stays claimed and goes before the person's other messages. */
  private continueWith({ lane, rest }: Unit, outcomes: readonly RowOutcome[]): void {
    const [part, ...later] = rest;
    const rows = outcomes.flatMap(({ row, status }) =>
      status === 'leased' ? [{ ...row, part: row.part + 1 }] : [],
    );
    if (part && rows.length > 0) this.buffer.pushFirst({ lane, rows, part, rest: later });
  }

  private async afterFailure(unit: Unit, error: unknown, settlements: Settlements): Promise<void> {
    const at = this.deps.real();
    const random = this.onceRandom();
    const outcomes = unit.rows.map((row) => failedOutcome(row, unit.lane, error, at, random));
    // Side by side: a pause that cannot be stored must not leave the rows `sending`.
    const settled = settlements.add(outcomes);
    if (error instanceof SendError) await this.pauseIfAsked(error, at);
    else this.deps.log.error({ err: error, channel: this.deps.channel.id }, 'outbox: send broke');
    await settled;
    await this.tellUnreachable(outcomes);
  }

  /** A throttled or refused bot is silent as a whole: other messages would only prolong the ban. */
  private async pauseIfAsked({ code, failure }: SendError, at: Date): Promise<void> {
    const pauseMs =
      failure.kind === 'account'
        ? ACCOUNT_PAUSE_MS
        : failure.kind === 'retry' && failure.throttled
          ? (failure.retryAfterMs ?? 1_000)
          : 0;
    const untilMs = at.getTime() + pauseMs;
    if (pauseMs === 0 || untilMs <= this.pausedUntilMs) return;
    this.pausedUntilMs = untilMs;
    const { channel, log } = this.deps;
    log.warn({ channel: channel.id, code, pauseMs }, 'outbox: the messenger asked for silence');
    await this.deps.store.pauseUntil(channel.id, new Date(untilMs), code);
  }

  private async tellUnreachable(outcomes: readonly RowOutcome[]): Promise<void> {
    for (const { row, status, code } of outcomes)
      if (status === 'unreachable') await this.deps.onUnreachable(row, code ?? '');
  }

  private missingUploads(part: RenderedPart): string[] {
    return part.uploads.filter((id) => this.deps.uploads.reference(id) === undefined);
  }

  private release(unit: Unit): void {
    for (const { address } of unit.rows) this.busyAddresses.delete(address);
    for (const id of unit.part.uploads) this.uploading.delete(id);
  }

  private waitMs(budget: Budget): number {
    if (openLanes(this.inFlight.size).every((lane) => this.buffer.size(lane) === 0)) return IDLE_MS;
    const slotMs = budget.nextSlotMs(this.nowMs()) - MICRO_BATCH_MS - this.nowMs();
    return Math.min(IDLE_MS, Math.max(5, slotMs));
  }

  /** Once nothing is under way: forgets what is claimed and gives it back, also claims that were never answered. */
  private async releaseClaims(fence: number): Promise<void> {
    await Promise.all(this.inFlight);
    this.buffer.remove(() => true);
    await this.deps.store.releaseLeased(this.deps.channel.id, fence);
    this.reclaim = false;
  }

  /** One roll for all rows of a request, so that a batch that is tried again stays one request. */
  private onceRandom(): () => number {
    const roll = this.deps.random();
    return () => roll;
  }

  private nowMs(): number {
    return this.deps.real().getTime();
  }
}

/** What one more request may be for. */
function openLanes(underWay: number): readonly Lane[] {
  if (underWay >= MAX_IN_FLIGHT) return [];
  return underWay < MAX_IN_FLIGHT - KEPT_FOR_REPLIES ? LANES : ['reply'];
}
