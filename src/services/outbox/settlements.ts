import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import type { RowOutcome } from './row.js';

/** Results wait at most this long for company. */
const FLUSH_EVERY_MS = 20;
/** Or until this many are together. */
const FLUSH_ROWS = 100;
/** A database that does not answer is asked again this often, while the lease lives. */
const RETRY_MS = 250;

interface Waiting {
  readonly outcomes: readonly RowOutcome[];
  readonly done: () => void;
}

/**
 * Collects results of sends and writes them together. Results that cannot be written are written again until
 * `signal` aborts; then their rows stay `sending` and the next holder counts them as unknown.
 */
export class Settlements {
  private waiting: Waiting[] = [];
  private rows = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly write: (outcomes: readonly RowOutcome[]) => Promise<void>,
    private readonly signal: AbortSignal,
    private readonly log: Logger,
  ) {}

  /** Resolves when these results are durable (or given up, see above). */
  add(outcomes: readonly RowOutcome[]): Promise<void> {
    return new Promise((done) => {
      this.waiting.push({ outcomes, done });
      this.rows += outcomes.length;
      if (this.rows >= FLUSH_ROWS) this.flushNow();
      else this.timer ??= setTimeout(() => this.flushNow(), FLUSH_EVERY_MS);
    });
  }

  /** Writes what waits; resolves when everything added so far is settled. */
  flush(): Promise<void> {
    this.flushNow();
    return this.writing;
  }

  private flushNow(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.length === 0) return;
    const batch = this.waiting;
    this.waiting = [];
    this.rows = 0;
    this.writing = Promise.all([this.writing, this.persist(batch)]).then(() => undefined);
  }

  private async persist(batch: readonly Waiting[]): Promise<void> {
    const outcomes = batch.flatMap((waiting) => waiting.outcomes);
    for (;;) {
      try {
        await this.write(outcomes);
        break;
      } catch (error) {
        this.log.error({ err: error, rows: outcomes.length }, 'outbox: results not written yet');
        if (this.signal.aborted) break;
        await sleep(RETRY_MS, this.signal);
      }
    }
    for (const waiting of batch) waiting.done();
  }
}
