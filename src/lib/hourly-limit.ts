const HOUR_MS = 3_600_000;
/** Keys whose events are counted; the one counted longest ago is forgotten first. */
const REMEMBERED = 20_000;

/** Counts events by key (a person, an account), so that no sixty minutes hold more than `limit` of one key. */
export class HourlyLimit {
  private readonly countedAtMs = new Map<string, readonly number[]>();

  constructor(private readonly limit: number) {}

  /** From when there may be a further one; 0 when at any time. */
  freeAtMs(key: string): number {
    const first = this.countedAtMs.get(key)?.at(-this.limit);
    return first === undefined ? 0 : first + HOUR_MS;
  }

  count(key: string, atMs: number): void {
    const latest = [...(this.countedAtMs.get(key) ?? []), atMs].slice(-this.limit);
    this.countedAtMs.delete(key);
    this.countedAtMs.set(key, latest);
    if (this.countedAtMs.size <= REMEMBERED) return;
    const oldest = this.countedAtMs.keys().next();
    if (!oldest.done) this.countedAtMs.delete(oldest.value);
  }

  /** This key's hour starts anew. */
  forget(key: string): void {
    this.countedAtMs.delete(key);
  }
}
