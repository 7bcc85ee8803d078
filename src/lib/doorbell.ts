/**
 * Lets a loop wait for "something new" without missing it: a ring while nobody waits is remembered and ends
 * the next wait at once.
 */
export class Doorbell {
  private rung = false;
  private answer: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.answer?.();
  }

  /** Resolves at a ring, after `ms`, or when the signal aborts. @returns whether it was a ring */
  wait(ms: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.answer = undefined;
        const { rung } = this;
        this.rung = false;
        resolve(rung);
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      this.answer = done;
      if (this.rung || signal.aborted) done();
    });
  }
}
