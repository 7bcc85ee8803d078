import { HourlyLimit } from '../../lib/hourly-limit.js';
import type { Pace } from './budget.js';

/** People remembered for `perAddressMs`; older ones are forgotten first, far beyond what can be in flight. */
const REMEMBERED = 20_000;

/** Who may be written to, and from when. */
export class Addresses {
  private readonly busy = new Set<string>();
  private readonly restUntilMs = new Map<string, number>();
  private readonly hourly: HourlyLimit | undefined;

  constructor(private readonly pace: Pace) {
    this.hourly = pace.unansweredPerHour === undefined ? undefined : new HourlyLimit(pace.unansweredPerHour);
  }

  /** From when this person may be written to; Infinity while a request to them is under way. */
  readyAtMs(address: string): number {
    if (this.busy.has(address)) return Number.POSITIVE_INFINITY;
    return Math.max(this.restUntilMs.get(address) ?? 0, this.hourly?.freeAtMs(address) ?? 0);
  }

  occupy(addresses: readonly string[]): void {
    for (const address of addresses) this.busy.add(address);
  }

  /** Nothing was sent after all. */
  free(addresses: readonly string[]): void {
    for (const address of addresses) this.busy.delete(address);
  }

  /**
   * A request has ended. The rest of each person counts from here, not from its start: the messenger has received it
   * by now, whatever it took, so that the messages cannot come closer together there than they left here.
   */
  rest(addresses: readonly string[], endedMs: number): void {
    this.free(addresses);
    if (addresses.length === 1) for (const address of addresses) this.hourly?.count(address, endedMs);
    if (this.pace.perAddressMs > 0) for (const address of addresses) this.remember(address, endedMs);
  }

  /** The person wrote. */
  heardFrom(address: string): void {
    this.hourly?.forget(address);
  }

  private remember(address: string, endedMs: number): void {
    this.restUntilMs.delete(address);
    this.restUntilMs.set(address, endedMs + this.pace.perAddressMs);
    if (this.restUntilMs.size <= REMEMBERED) return;
    const oldest = this.restUntilMs.keys().next();
    if (!oldest.done) this.restUntilMs.delete(oldest.value);
  }
}
