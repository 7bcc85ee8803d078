import type { ChannelId } from '../../domain/channel-id.js';
import { Doorbell } from '../../lib/doorbell.js';
import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import { Slots } from '../../lib/slots.js';
import type { RowWork } from './row-work.js';
import type { InboxRow, InboxStore } from './store.js';

/**
 * Rows processed at once; those of one person still go one after the other. More would gain little and keep what
 * arrives meanwhile waiting for its acknowledgement.
 */
const AT_ONCE = 16;
/** Rows taken from the inbox and not done yet, those that wait for a file or a retry among them. */
const TAKEN_MAX = 1_000;
/** Rows taken of one person: who floods the bot keeps nobody else's rows from being taken. */
const TAKEN_OF_ONE = 32;
/** Rows of one look into the inbox. */
const LOOK_ROWS = 100;
/** The inbox is looked at this often without a nudge: another process may have stored something. */
const IDLE_MS = 200;
/** Tries of one row before it is set aside. */
const MAX_ATTEMPTS = 5;
const RETRY_MS = 500;

export interface IntakeWorkerDeps {
  readonly channel: ChannelId;
  readonly store: Pick<InboxStore, 'waiting' | 'markDone' | 'markFailed'>;
  /** Handles one row; repeating it must be harmless */
  readonly process: (row: InboxRow, work: RowWork) => Promise<void>;
  /** Tells the person that we failed (E14) */
  readonly apologise: (row: InboxRow) => Promise<void>;
  readonly real: () => Date;
  readonly log: Logger;
}

/** The rows taken of one person, which are handled one after the other. */
interface Line {
  readonly ids: Set<string>;
  /** When the last of them is done */
  end: Promise<void>;
}

/**
 * Works through what the residents of one messenger sent, in order per person, while `run`'s signal lives. A row that fails
 * is tried again and keeps the person's later rows waiting; after five tries it is set aside, never deleted.
 */
export class IntakeWorker {
  private readonly lines = new Map<string, Line>();
  private readonly slots = new Slots(AT_ONCE);
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
    await Promise.all([...this.lines.values()].map(({ end }) => end));
  }

  private async take(signal: AbortSignal): Promise<void> {
    for (;;) {
      const lines = [...this.lines];
      const ids = lines.flatMap(([, line]) => [...line.ids]);
      // A look costs as much as it skips, so half of the room is filled at a time.
      if (ids.length > TAKEN_MAX / 2) return;
      const people = lines.filter(([, line]) => line.ids.size >= TAKEN_OF_ONE).map(([person]) => person);
      const rows = await this.deps.store.waiting(this.deps.channel, 'residents', { ids, people }, LOOK_ROWS);
      for (const row of rows) this.start(row, signal);
      if (rows.length < LOOK_ROWS) return;
    }
  }

  /** Puts a row at the end of its person's line, unless that is long enough: then it is taken later. */
  private start(row: InboxRow, signal: AbortSignal): void {
    const person = row.person || row.id;
    const line = this.lines.get(person) ?? { ids: new Set(), end: Promise.resolve() };
    if (line.ids.size >= TAKEN_OF_ONE) return;
    this.lines.set(person, line);
    line.ids.add(row.id);
    line.end = line.end.then(async () => {
      await this.handle(row, signal);
      line.ids.delete(row.id);
      if (line.ids.size > 0) return;
      this.lines.delete(person);
      this.doorbell.ring();
    });
  }

  private async handle(row: InboxRow, signal: AbortSignal): Promise<void> {
    let failed = row.attempt;
    while (!signal.aborted) {
      if (await this.slots.hold((stepAside) => this.attempt(row, failed, { signal, stepAside }))) return;
      failed += 1;
      await sleep(RETRY_MS * failed, signal);
    }
  }

  /** @returns whether the row needs no further try; one that the stop finds waiting is left to the next start */
  private async attempt(row: InboxRow, failed: number, work: RowWork): Promise<boolean> {
    const { store, log, real } = this.deps;
    if (work.signal.aborted) return true;
    try {
      await this.deps.process(row, work);
      await store.markDone([row.id], real());
      return true;
    } catch (error) {
      const gaveUp = failed + 1 >= MAX_ATTEMPTS;
      log.error({ err: error, inboxId: row.id, attempt: failed + 1, gaveUp }, 'intake: row not processed');
      if (gaveUp) await this.apologise(row);
      try {
        await store.markFailed(row.id, failed + 1, gaveUp, real());
        return gaveUp;
      } catch (second) {
        log.error({ err: second, inboxId: row.id }, 'intake: failure not recorded');
        return false;
      }
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
