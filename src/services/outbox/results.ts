import type { AccountRefusal } from './account-refusal.js';
import type { Buffer } from './buffer.js';
import { type Channel, SendError, type SendFailure, type SendReceipt } from './channel.js';
import type { Fuse } from './fuse.js';
import type { Finding, Judge, Verdict } from './judge.js';
import { againOutcome, failedOutcome } from './outcome.js';
import type { Pause, PausingDeps } from './pausing.js';
import type { OutboxRow, RowOutcome } from './row.js';
import type { Settlements } from './settlements.js';
import type { OutboxStore } from './store.js';
import type { Throttle } from './throttle.js';
import type { Trouble } from './trouble.js';
import type { Unit } from './unit.js';
import type { Uploads } from './uploads.js';

export interface ResultsDeps extends PausingDeps {
  readonly channel: Channel;
  readonly store: OutboxStore;
  readonly uploads: Uploads;
  /** These people blocked the bot or left; says nothing of those who only seem so */
  readonly onUnreachable: (rows: readonly OutboxRow[]) => Promise<void>;
  readonly random: () => number;
}

/** What one holder of the bot's lease shares while it sends. */
export interface ResultsParts {
  readonly buffer: Buffer;
  readonly settlements: Settlements;
  readonly judge: Judge;
  readonly throttle: Throttle;
  readonly trouble: Trouble;
  readonly accountRefusal: AccountRefusal;
  readonly pause: Pause;
  /** Absent where messages cost nothing */
  readonly fuse: Fuse | undefined;
  readonly fence: number;
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
    const refusal = [...receipt.refused.values()].find(({ failure }) => failure.kind === 'account');
    if (refusal) await this.heed(refusal, unit, at);
    else await this.parts.trouble.accepted(unit.rows.length);
  }

  async failed(unit: Unit, thrown: unknown): Promise<void> {
    const { throttle } = this.parts;
    const at = this.deps.real();
    const random = this.onceRandom();
    const error =
      thrown instanceof SendError ? throttle.clear(thrown, unit.rows[0]?.address ?? '', at) : undefined;
    // Side by side: a silence that cannot be stored must not leave the rows `sending`.
    const heeded = error ? this.heed(error, unit, at) : Promise.resolve();
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

  private async heed({ failure, code }: SendError, { rows }: Unit, at: Date): Promise<void> {
    const { accountRefusal, throttle, trouble } = this.parts;
    if (SPEAK_OF_THE_MESSAGE.has(failure.kind)) await trouble.accepted(rows.length);
    if (failure.kind === 'one-by-one') await trouble.refused({ code, since: at, oneByOne: true });
    if (failure.kind === 'account') await accountRefusal.heed(code, at);
    if (failure.kind === 'throttled') await throttle.obey(failure, code, at);
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
      pause && broadcastId !== undefined && this.parts.pause(broadcastId, pause.cause, pause.code),
    ]);
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
