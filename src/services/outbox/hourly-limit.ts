const HOUR_MS = 3_600_000;
/** People whose messages are counted; whoever was written to longest ago is forgotten first. */
const REMEMBERED = 20_000;

/** Messages to each person since their last word, so that no sixty minutes hold more than `limit` of them. */
export class HourlyLimit {
  private readonly sentAtMs = new Map<string, readonly number[]>();

  constructor(private readonly limit: number) {}

  /** From when this person may be written to again; 0 when they may be at any time. */
  freeAtMs(address: string): number {
    const first = this.sentAtMs.get(address)?.at(-this.limit);
    return first === undefined ? 0 : first + HOUR_MS;
  }

  count(address: string, atMs: number): void {
    const latest = [...(this.sentAtMs.get(address) ?? []), atMs].slice(-this.limit);
    this.sentAtMs.delete(address);
    this.sentAtMs.set(address, latest);
    if (this.sentAtMs.size <= REMEMBERED) return;
    const oldest = this.sentAtMs.keys().next();
    if (!oldest.done) this.sentAtMs.delete(oldest.value);
  }

  /** The person wrote: their hour starts anew. */
  heardFrom(address: string): void {
    this.sentAtMs.delete(address);
  }
}
