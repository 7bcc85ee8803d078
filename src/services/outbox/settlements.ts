import type { Logger } from '../../lib/log.js';
import { sleep } from '../../lib/sleep.js';
import type { RowOutcome } from './row.js';

/** A database that does not answer is asked again this often, while the lease lives. */
const RETRY_MS = 250;

interface Waiting {
  readonly outcomes: readonly RowOutcome[];
  readonly done: () => void;
}

/**
 * Writes results of sends: at once when nothing is being written, else together with all that arrive until then.
 * Results that cannot be written are written again until `signal` aborts; then their rows stay `sending` and the next
 * holder counts them as unknown.
 */
export class Settlements {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;

  constructor(
    private readonly write: (outcomes: readonly RowOutcome[]) => Promise<void>,
    private readonly signal: AbortSignal,
    private readonly log: Logger,
  ) {}

  /** Resolves when these results are durable (or given up, see above). */
  add(outcomes: readonly RowOutcome[]): Promise<void> {
    return new Promise((done) => {
      this.waiting.push({ outcomes, done });
      this.writing ??= this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    // Requests that end in the same turn of the event loop share the first write, too.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.persist(this.waiting.splice(0));
    this.writing = undefined;
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
