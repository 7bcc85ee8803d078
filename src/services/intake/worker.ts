import type { ChannelId } from '../../domain/channel-id.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import type { InboxRow, InboxStore } from './store.js';

/** Rows under way at once; those of one person still go one after the other. */
const WINDOW = 64;
/** The inbox is looked at this often without a nudge: another process may have stored something. */
const IDLE_MS = 200;
/** Tries of one row before it is set aside. */
const MAX_ATTEMPTS = 5;
const RETRY_MS = 500;

export interface IntakeWorkerDeps {
  readonly channel: ChannelId;
  readonly store: Pick<InboxStore, 'waiting' | 'markDone' | 'markFailed'>;
  /** Handles one row; repeating it must be harmless */
  readonly process: (row: InboxRow, signal: AbortSignal) => Promise<void>;
  /** Tells the person that we failed (E14) */
  readonly apologise: (row: InboxRow) => Promise<void>;
  readonly real: () => Date;
  readonly log: Logger;
}

/**
 * Works through the inbox of one messenger, in order per person, while `run`'s signal lives. A row that fails
 * is tried again and keeps the person's later rows waiting; after five tries it is set aside, never deleted.
 */
export class IntakeWorker {
  private readonly chains = new Map<string, Promise<void>>();
  private readonly taken = new Set<string>();
  private readonly doorbell = new Doorbell();

  constructor(private readonly deps: IntakeWorkerDeps) {}

  /** New rows are stored: look now. */
  nudge(): void {
    this.doorbell.ring();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.take(signal);
      } catch (error) {
        this.deps.log.error(
          { err: error, channel: this.deps.channel },
          'intake: inbox not read, trying again',
        );
      }
      await this.doorbell.wait(IDLE_MS, signal);
    }
    await Promise.all(this.chains.values());
  }

  private async take(signal: AbortSignal): Promise<void> {
    const room = WINDOW - this.taken.size;
    if (room <= 0) return;
    const rows = await this.deps.store.waiting(this.deps.channel, [...this.taken], room);
    for (const row of rows) {
      this.taken.add(row.id);
      const key = row.person || row.id;
      const previous = this.chains.get(key) ?? Promise.resolve();
      const next = previous.then(() => this.handle(row, signal));
      this.chains.set(key, next);
      void next.finally(() => {
        if (this.chains.get(key) === next) this.chains.delete(key);
        this.doorbell.ring();
      });
    }
  }

  private async handle(row: InboxRow, signal: AbortSignal): Promise<void> {
    let { attempt } = row;
    while (!signal.aborted && !(await this.attempt(row, attempt, signal))) attempt += 1;
    this.taken.delete(row.id);
  }

  /** @returns whether the row needs no further try */
  private async attempt(row: InboxRow, failed: number, signal: AbortSignal): Promise<boolean> {
    const { store, log, real } = this.deps;
    try {
      await this.deps.process(row, signal);
      await store.markDone(row.id, real());
      return true;
    } catch (error) {
      const gaveUp = failed + 1 >= MAX_ATTEMPTS;
      log.error({ err: error, inboxId: row.id, attempt: failed + 1, gaveUp }, 'intake: row not processed');
      if (gaveUp) await this.apologise(row);
      try {
        await store.markFailed(row.id, failed + 1, gaveUp, real());
        if (gaveUp) return true;
      } catch (second) {
        log.error({ err: second, inboxId: row.id }, 'intake: failure not recorded');
      }
      await sleep(RETRY_MS * (failed + 1), signal);
      return false;
    }
  }

  /** What makes a row fail may make the apology fail too; the row is set aside all the same. */
  private async apologise(row: InboxRow): Promise<void> {
    try {
      await this.deps.apologise(row);
    } catch (error) {
      this.deps.log.error({ err: error, inboxId: row.id }, 'intake: no apology sent');
    }
  }
}
