/** What a messenger lets one bot send. */
export interface Pace {
  /** Requests (album items counted one by one) per second for the whole bot; Infinity for none */
  readonly perSecond: number;
  /** Least time between two messages to one person, in milliseconds */
  readonly perAddressMs: number;
}

/** People remembered for `perAddressMs`; older ones are forgotten first, far beyond what can be in flight. */
const REMEMBERED_ADDRESSES = 20_000;

/**
 * A smooth budget: slots follow each other evenly, with no burst inside a second, because messengers count
 * in windows whose edges nobody knows (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 * A new budget is empty: the first slot is one interval away.
 *
 * Times are milliseconds of one monotonic clock, given by the caller.
 */
export class Budget {
  private readonly intervalMs: number;
  private next: number;
  private readonly addressNext = new Map<string, number>();

  constructor(
    private readonly pace: Pace,
    nowMs: number,
  ) {
    this.intervalMs = 1000 / pace.perSecond;
    this.next = nowMs + this.intervalMs;
  }

  /** When the next request may go out. */
  nextSlotMs(nowMs: number): number {
    return Math.max(nowMs, this.next);
  }

  /** When this person may be written to again. */
  addressSlotMs(address: string): number {
    return this.addressNext.get(address) ?? 0;
  }

  /** Takes the next slot for a request of `cost` messages. @returns when it must go out */
  take(cost: number, addresses: readonly string[], nowMs: number): number {
    const slot = this.nextSlotMs(nowMs);
    this.next = slot + cost * this.intervalMs;
    if (this.pace.perAddressMs > 0) for (const address of addresses) this.remember(address, slot);
    return slot;
  }

  /**
   * The requests taken last are held up: they and all that follow move together, so that they do not leave in one
   * burst and the second between two messages to one person stays whole.
   */
  postpone(ms: number, addresses: readonly string[]): void {
    this.next += ms;
    for (const address of addresses) {
      const next = this.addressNext.get(address);
      if (next !== undefined) this.addressNext.set(address, next + ms);
    }
  }

  private remember(address: string, slot: number): void {
    this.addressNext.delete(address);
    this.addressNext.set(address, slot + this.pace.perAddressMs);
    if (this.addressNext.size <= REMEMBERED_ADDRESSES) return;
    const oldest = this.addressNext.keys().next();
    if (!oldest.done) this.addressNext.delete(oldest.value);
  }
}
