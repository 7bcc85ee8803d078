import { GARBAGE_RANGE, garbageKey } from './keys.js';
import type { KeyRange, Store } from './store.js';

/** Entries removed in one transaction: a few milliseconds. */
const CHUNK = 2_000;

/**
 * Removes the entries of dropped collections and indexes a little at a time, so that dropping a million
 * documents keeps nobody waiting. What is left is written down and taken up again at the next start.
 */
export class Sweeper {
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly store: Store) {}

  /** Only inside `store.write`. */
  discard(range: KeyRange): void {
    this.store.put(garbageKey(range), range.end);
    setImmediate(() => this.start());
  }

  /** Takes up what an earlier process left. */
  start(): void {
    this.running ??= this.sweep()
      // A full disk, say: the next drop or the next start tries again.
      .catch(() => undefined)
      .finally(() => {
        this.running = undefined;
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** The highest number of anything dropped whose entries may still be there. */
  highestId(): number {
    return Math.max(0, ...[...this.store.entries(GARBAGE_RANGE)].map(({ key }) => key.readUInt32BE(2)));
  }

  private async sweep(): Promise<void> {
    let more = true;
    while (more && !this.stopped) more = await this.store.write(() => this.sweepChunk());
  }

  /** @returns whether there may be more */
  private sweepChunk(): boolean {
    const [garbage] = this.store.entries(GARBAGE_RANGE);
    if (!garbage) return false;
    const keys: Buffer[] = [];
    for (const { key } of this.store.entries({ start: garbage.key.subarray(1), end: garbage.value })) {
      if (keys.push(key) === CHUNK) break;
    }
    for (const key of keys) this.store.remove(key);
    if (keys.length < CHUNK) this.store.remove(garbage.key);
    return true;
  }
}
