import type { Receipt } from '../../domain/inbound-event.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import type { OutboxStore } from '../outbox/store.js';
import type { InboundChannel } from './ports.js';
import type { InboxRow, InboxStore } from './store.js';

/** Receipts of one look into the inbox, applied together; many more would hold up whoever comes in between. */
const LOOK_ROWS = 200;
/** A receipt can overtake the answer to its own send; it is tried again while it is younger than this… */
const EARLY_MS = 3_000;
/** …this often: a message that nobody knows by then is not ours. */
const EARLY_RETRY_MS = 100;
/** Early ones kept in memory; more wait in the inbox. */
const EARLY_MAX = 2_000;
/** The inbox is looked at this often without a nudge: another process may have stored something. */
const IDLE_MS = 500;
/** A database that does not answer is asked again this often. */
const RETRY_MS = 500;

export interface ReceiptWorkerDeps {
  readonly channel: Pick<InboundChannel, 'id' | 'parse'>;
  readonly store: Pick<InboxStore, 'waiting' | 'markDone'>;
  readonly outbox: Pick<OutboxStore, 'applyReceipts'>;
  /** The clock of `receivedAt` */
  readonly now: () => Date;
  readonly real: () => Date;
  readonly log: Logger;
}

interface Pending {
  readonly row: InboxRow;
  /** Absent when the messenger told nothing of use */
  readonly receipt: Receipt | undefined;
}

/**
 * Brings receipts to the rows they speak of, hundreds at a time and apart from what residents say: after a broadcast
 * they come by thousands, and nobody is to wait behind them. A crash repeats the last ones, which changes nothing.
 */
export class ReceiptWorker {
  private readonly doorbell = new Doorbell();
  private early: readonly Pending[] = [];

  constructor(private readonly deps: ReceiptWorkerDeps) {}

  /** New rows are stored: look now. */
  nudge(): void {
    this.doorbell.ring();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await this.work()) continue;
        await this.doorbell.wait(this.early.length > 0 ? EARLY_RETRY_MS : IDLE_MS, signal);
      } catch (error) {
        this.deps.log.error(
          { err: error, channel: this.deps.channel.id },
          'intake: receipts not applied, trying again',
        );
        await sleep(RETRY_MS, signal);
      }
    }
  }

  /** @returns whether more may be waiting */
  private async work(): Promise<boolean> {
    const { channel, outbox, store, real } = this.deps;
    const fresh = await this.look();
    const pending = [...this.early, ...fresh];
    if (pending.length === 0) return false;
    const early = await outbox.applyReceipts(
      channel.id,
      pending.flatMap(({ receipt }) => receipt ?? []),
    );
    const mayBeEarly = ({ row, receipt }: Pending) =>
      receipt !== undefined && early.has(receipt) && this.isYoung(row);
    const again = new Set(pending.filter(mayBeEarly));
    const done = pending.filter((one) => !again.has(one));
    await store.markDone(
      done.map(({ row }) => row.id),
      real(),
    );
    this.early = [...again];
    return fresh.length === LOOK_ROWS;
  }

  private async look(): Promise<Pending[]> {
    const { channel, store } = this.deps;
    if (this.early.length >= EARLY_MAX) return [];
    const ids = this.early.map(({ row }) => row.id);
    const rows = await store.waiting(channel.id, 'receipts', { ids }, LOOK_ROWS);
    return rows.map((row) => ({ row, receipt: this.parse(row) }));
  }

  private parse({ body, receivedAt }: InboxRow): Receipt | undefined {
    const event = this.deps.channel.parse(body, receivedAt);
    return event?.kind === 'receipt' ? event : undefined;
  }

  private isYoung({ receivedAt }: InboxRow): boolean {
    return this.deps.now().getTime() - receivedAt.getTime() <= EARLY_MS;
  }
}
