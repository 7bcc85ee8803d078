/** What a messenger lets one bot send. */
export interface Pace {
  /** Requests (album items counted one by one) per second for the whole bot; Infinity for none */
  readonly perSecond: number;
  /** Least time between two messages to one person, in milliseconds */
  readonly perAddressMs: number;
  /** Messages to one person in an hour without a word from them */
  readonly unansweredPerHour?: number | undefined;
}

const WINDOW_MS = 1_000;
/** Share of the rate in use: timers and networks move requests by some milliseconds, and no second may hold too many. */
const USED_SHARE = 0.995;
/** A slot this much later than it could be was lost to a busy machine; later still, nobody wanted it. */
const LATE_MAX_MS = 200;
/** Lost time that is made up for, and the share of each interval that is given to it. */
const DEBT_MAX_MS = 1_000;
const MADE_UP_SHARE = 0.25;

interface Spent {
  readonly atMs: number;
  readonly cost: number;
}

/**
 * A smooth budget: slots follow each other evenly, with no burst inside a second, because messengers count
 * in windows whose edges nobody knows (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 * Whatever its costs, no second holds more than the rate; only an album larger than the rate goes, alone. Time lost to
 * a busy machine is made up for by slightly shorter intervals, within that bound.
 *
 * Times are milliseconds of one clock, given by the caller.
 */
export class Budget {
  private nextMs: number;
  private debtMs = 0;
  private spent: Spent[] = [];

  /**
   * @param firstMs when the first slot is: a new budget is empty
   * @param speedAt share of the rate to use at a time, in (0, 1]
   */
  constructor(
    private readonly perSecond: number,
    firstMs: number,
    private readonly speedAt: (atMs: number) => number,
  ) {
    this.nextMs = firstMs;
  }

  /** When the next request of this cost may go out. */
  nextSlotMs(cost: number, nowMs: number): number {
    let slotMs = Math.max(nowMs, this.nextMs);
    const inWindow = this.inWindow(slotMs);
    let total = inWindow.reduce((sum, spent) => sum + spent.cost, cost);
    for (const oldest of inWindow) {
      if (total <= this.perSecond) break;
      slotMs = oldest.atMs + WINDOW_MS;
      total -= oldest.cost;
    }
    return slotMs;
  }

  /** Takes the next slot for a request of `cost` messages. @returns when it must go out */
  take(cost: number, nowMs: number): number {
    const atMs = this.nextSlotMs(cost, nowMs);
    if (this.perSecond === Number.POSITIVE_INFINITY) return atMs;
    this.spent = [...this.inWindow(atMs), { atMs, cost }];
    const lateMs = atMs - this.nextMs;
    if (lateMs < LATE_MAX_MS) this.owe(lateMs);
    const intervalMs = (cost * WINDOW_MS) / (this.perSecond * USED_SHARE * this.speedAt(atMs));
    const madeUpMs = Math.min(this.debtMs, intervalMs * MADE_UP_SHARE);
    this.debtMs -= madeUpMs;
    this.nextMs = atMs + intervalMs - madeUpMs;
    return atMs;
  }

  /** Slots from `fromMs` on are held up: they and all that follow move together, so that they do not leave in one burst. */
  postpone(ms: number, fromMs: number): void {
    this.nextMs += ms;
    this.owe(ms);
    this.spent = this.spent.map(({ atMs, cost }) => ({ atMs: atMs < fromMs ? atMs : atMs + ms, cost }));
  }

  private owe(ms: number): void {
    this.debtMs = Math.min(DEBT_MAX_MS, this.debtMs + ms);
  }

  private inWindow(endMs: number): Spent[] {
    return this.spent.filter(({ atMs }) => atMs > endMs - WINDOW_MS);
  }
}
