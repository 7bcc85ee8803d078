import type { Logger } from '../../lib/log.js';
import type { Buffer } from './buffer.js';
import { type Channel, SendError, type SendFailure, type SendReceipt } from './channel.js';
import type { Fuse } from './fuse.js';
import type { Finding, Judge, Verdict } from './judge.js';
import { againOutcome, failedOutcome } from './outcome.js';
import { type PauseCause, pauseReason } from './pause-reason.js';
import type { OutboxRow, RowOutcome } from './row.js';
import type { Settlements } from './settlements.js';
import type { Silence } from './silence.js';
import type { OutboxStore, SendableBroadcast } from './store.js';
import type { Throttle } from './throttle.js';
import type { Trouble } from './trouble.js';
import type { Unit } from './unit.js';
import type { Uploads } from './uploads.js';

/** Silence after a refused token or account before one more try. */
const ACCOUNT_SILENCE_MS = 60_000;

export interface ResultsDeps {
  readonly channel: Channel;
  readonly store: OutboxStore;
  readonly uploads: Uploads;
  readonly sendable: () => Promise<readonly SendableBroadcast[]>;
  /** These people blocked the bot or left; says nothing of those who only seem so */
  readonly onUnreachable: (rows: readonly OutboxRow[]) => Promise<void>;
  /** Stops a broadcast until staff resume it; `reason` is for them */
  readonly pauseBroadcast: (id: string, reason: string) => Promise<void>;
  readonly real: () => Date;
  readonly random: () => number;
  readonly log: Logger;
}

/** What one holder of the bot's lease shares while it sends. */
export interface ResultsParts {
  readonly buffer: Buffer;
  readonly settlements: Settlements;
  readonly judge: Judge;
  readonly silence: Silence;
  readonly throttle: Throttle;
  readonly trouble: Trouble;
  /** Absent where messages cost nothing */
  readonly fuse: Fuse | undefined;
  readonly fence: number;
  /** A broadcast may not be sent any more: what is claimed of it must go back */
  readonly onPause: () => void;
}

/** Refusals of a person or a text: a messenger that refuses our token or account does not come so far. */
const SPEAK_OF_THE_MESSAGE: ReadonlySet<SendFailure['kind']> = new Set([
  'unreachable',
  'content',
  'rejected',
]);

/** Turns what became of a request into outcomes of its rows, and into what follows from them for others. */
export class Results {
  constructor(
    private readonly deps: ResultsDeps,
    private readonly parts: ResultsParts,
  ) {}

  async accepted(unit: Unit, receipt: SendReceipt): Promise<void> {
    const at = this.deps.real();
    const random = this.onceRandom();
    const status = unit.rest.length === 0 ? 'sent' : 'leased';
    // An answer that leaves the price out must not make it nothing.
    const billingStatus = receipt.billingStatus ?? unit.foreseenBilling;
    const findings = unit.rows.map((row) => ({ row, error: receipt.refused.get(row.address) }));
    const outcomes = findings.map(({ row, error }): RowOutcome => {
      if (error) return failedOutcome(row, unit.lane, error, at, random);
      return { row, status, part: row.part + 1, messageIds: receipt.messageIds, billingStatus, at };
    });
    await this.conclude(unit, findings, outcomes);
    this.parts.fuse?.charged(billingStatus, unit.rows.length - receipt.refused.size, at);
    this.continueWith(unit, outcomes);
    for (const [fileId, reference] of receipt.references) await this.deps.uploads.learn(fileId, reference);
    await this.parts.trouble.accepted();
  }

  async failed(unit: Unit, thrown: unknown): Promise<void> {
    const { throttle } = this.parts;
    const at = this.deps.real();
    const random = this.onceRandom();
    const error =
      thrown instanceof SendError ? throttle.clear(thrown, unit.rows[0]?.address ?? '', at) : undefined;
    // Side by side: a silence that cannot be stored must not leave the rows `sending`.
    const heeded = error ? this.heed(error, at) : Promise.resolve();
    if (!error) this.deps.log.error({ err: thrown, channel: this.deps.channel.id }, 'outbox: send broke');
    const outcomes = unit.rows.map((row) => failedOutcome(row, unit.lane, error ?? thrown, at, random));
    const findings = error ? unit.rows.map((row) => ({ row, error })) : [];
    await this.conclude(unit, findings, outcomes);
    this.putBack(unit, outcomes);
    await heeded;
  }

  /** Nothing went out: the sender fell silent, or lost its lease, before the unit's slot. */
  async notSent(unit: Unit): Promise<void> {
    const at = this.deps.real();
    const outcomes = unit.rows.map((row) => againOutcome(row, unit.lane, undefined, at));
    await this.parts.settlements.add(outcomes);
    this.putBack(unit, outcomes);
  }

  private async heed(error: SendError, at: Date): Promise<void> {
    const { silence, throttle, trouble } = this.parts;
    if (SPEAK_OF_THE_MESSAGE.has(error.failure.kind)) await trouble.accepted();
    if (error.failure.kind !== 'account') return throttle.obey(error, at);
    const isNews = silence.leftMs(at.getTime()) === 0;
    silence.begin(ACCOUNT_SILENCE_MS, at);
    if (!isNews) return;
    await trouble.refused(error.code, at);
    for (const { id } of await this.deps.sendable()) await this.pause(id, 'account', error.code);
  }

  private async conclude(
    unit: Unit,
    findings: readonly Finding[],
    outcomes: readonly RowOutcome[],
  ): Promise<void> {
    const { settlements } = this.parts;
    const verdict = this.judge(unit, findings);
    // Before the outcome: a person whose row says so must not stay active because the process died in between.
    await this.tellUnreachable(verdict.gone);
    const at = this.deps.real();
    await settlements.add(
      outcomes.map((outcome) =>
        verdict.again.includes(outcome.row)
          ? againOutcome(outcome.row, unit.lane, outcome.code, at)
          : outcome,
      ),
    );
    await this.carryOut(unit, verdict);
  }

  private judge(unit: Unit, findings: readonly Finding[]): Verdict {
    const { judge } = this.parts;
    const broadcastId = unit.rows[0]?.broadcastId;
    if (broadcastId !== undefined) return judge.judge(broadcastId, findings);
    return { gone: judge.gone(findings), again: [] };
  }

  private async carryOut(unit: Unit, { again, pause }: Verdict): Promise<void> {
    const { store } = this.deps;
    const earlier = again.filter((row) => !unit.rows.includes(row));
    const broadcastId = unit.rows[0]?.broadcastId;
    // Side by side: one that fails must not keep the other from being done.
    await Promise.all([
      earlier.length > 0 && store.takeBack(earlier, this.parts.fence),
      pause && broadcastId !== undefined && this.pause(broadcastId, pause.cause, pause.code),
    ]);
  }

  private async pause(id: string, cause: PauseCause, code: string): Promise<void> {
    const { channel, log, pauseBroadcast } = this.deps;
    log.error({ channel: channel.id, broadcastId: id, cause, code }, 'outbox: the broadcast pauses itself');
    this.parts.judge.stop(id);
    try {
      await pauseBroadcast(id, pauseReason(cause, channel.id, code));
    } catch (error) {
      this.parts.judge.forget(id);
      throw error;
    }
    this.parts.judge.paused(id, this.deps.real());
    this.parts.onPause();
  }

  private async tellUnreachable(rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.deps.onUnreachable(rows);
    } catch (error) {
      this.deps.log.error({ err: error, rows: rows.length }, 'outbox: people not marked unreachable');
    }
  }

  /** The next part stays claimed and goes before the person's other messages. */
  private continueWith(unit: Unit, outcomes: readonly RowOutcome[]): void {
    const [part, ...rest] = unit.rest;
    const rows = outcomes.flatMap((outcome) =>
      outcome.messageIds && outcome.status === 'leased'
        ? [{ ...outcome.row, part: outcome.row.part + 1 }]
        : [],
    );
    const { lane, foreseenBilling } = unit;
    if (part && rows.length > 0) this.parts.buffer.pushFirst({ lane, rows, part, rest, foreseenBilling });
  }

  /** A reply to be tried again keeps its place before the person's later ones. */
  private putBack(unit: Unit, outcomes: readonly RowOutcome[]): void {
    for (const { row, status, dueAt, attempt = row.attempt } of outcomes)
      if (status === 'leased')
        this.parts.buffer.pushFirst({ ...unit, rows: [{ ...row, attempt }], notBeforeMs: dueAt?.getTime() });
  }

  /** One roll for all rows of a request, so that a batch that is tried again stays one request. */
  private onceRandom(): () => number {
    const roll = this.deps.random();
    return () => roll;
  }
}
