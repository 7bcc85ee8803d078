import { setImmediate as turn } from 'node:timers/promises';
import { CommandError } from '../errors.js';
import type { Store } from '../store.js';

/** A command that reads gives way when it has had the thread for so long. */
const TURN_MS = 5;
/** No command works longer, whatever it asks for: an index over millions of documents takes minutes. */
const MAX_TIME_MS = 10 * 60_000;
/** How long one slice of writing may hold up everybody else. Shorter ones spend their time on commits. */
const SLICE_MS = 50;

/** One command at work: gives way between its slices and stops when its time is used up. */
export class Task {
  private leftMs: number;
  private startedMs = performance.now();
  private sliceEndsMs = 0;
  private turnedMs = performance.now();

  /** @param maxTimeMs 0 or undefined: the longest a command may take */
  constructor(maxTimeMs: number | undefined) {
    this.leftMs = Math.min(maxTimeMs || MAX_TIME_MS, MAX_TIME_MS);
  }

  /** A cursor's task rests between two batches: the time the client takes is not its own. */
  async awake<T>(work: () => Promise<T>): Promise<T> {
    this.startedMs = performance.now();
    try {
      return await work();
    } finally {
      this.leftMs -= performance.now() - this.startedMs;
    }
  }

  /** Lets every other command have its turn, when it is time for one. @throws {CommandError} MaxTimeMSExpired */
  async pause(): Promise<void> {
    this.refuseLate();
    if (performance.now() - this.turnedMs < TURN_MS) return;
    await turn();
    this.turnedMs = performance.now();
  }

  /** Inside `inSlices`: whether it is time to yield. */
  isSliceOver(): boolean {
    return performance.now() > this.sliceEndsMs;
  }

  /**
   * Runs a long write as a row of transactions: every step of the generator, up to its next `yield`, is one.
   * Resolves once all of it is on disk.
   */
  async inSlices<T>(store: Store, work: Generator<undefined, T>): Promise<T> {
    for (;;) {
      const step = await store.write(() => {
        this.sliceEndsMs = performance.now() + SLICE_MS;
        return work.next();
      });
      if (step.done) return step.value;
      this.refuseLate();
    }
  }

  private refuseLate(): void {
    if (performance.now() - this.startedMs > this.leftMs)
      throw new CommandError(50, 'operation exceeded time limit');
  }
}
