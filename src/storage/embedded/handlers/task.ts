import { setImmediate as turn } from 'node:timers/promises';
import { CommandError } from '../errors.js';
import type { Store } from '../store.js';

/** How long one slice of writing may hold up everybody else. Shorter ones spend their time on commits. */
const SLICE_MS = 20;

/** One command at work: gives way between its slices and stops at its deadline. */
export class Task {
  private readonly deadlineMs: number;
  private sliceEndsMs = 0;

  /** @param maxTimeMs 0 or undefined: no deadline */
  constructor(maxTimeMs: number | undefined) {
    this.deadlineMs = maxTimeMs ? performance.now() + maxTimeMs : Number.POSITIVE_INFINITY;
  }

  /** Lets every other command have its turn. @throws {CommandError} MaxTimeMSExpired */
  async pause(): Promise<void> {
    this.refuseLate();
    await turn();
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
    if (performance.now() > this.deadlineMs) throw new CommandError(50, 'operation exceeded time limit');
  }
}
