/** Gives the slot up while `wait` lasts, and goes on in one again afterwards. */
export type StepAside = <T>(wait: () => Promise<T>) => Promise<T>;

/** So many pieces of work at once; the others wait in the order they came. */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** @param work may step aside while it waits for somebody outside, so that others can go on */
  async hold<T>(work: (stepAside: StepAside) => Promise<T>): Promise<T> {
    await this.take();
    try {
      return await work(async (wait) => {
        this.giveBack();
        try {
          return await wait();
        } finally {
          await this.take();
        }
      });
    } finally {
      this.giveBack();
    }
  }

  private take(): Promise<void> | undefined {
    if (this.free === 0) return new Promise((resolve) => this.waiting.push(resolve));
    this.free -= 1;
    return undefined;
  }

  private giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
