/** Hands out ascending integers. */
export interface IdCounter {
  next(): number;
  /** What `next` would give: kept in a snapshot so that a restart goes on from there */
  peek(): number;
  /** Never goes back */
  atLeast(id: number): void;
}

/** Under 2^31, as real ids are, with room to count on. */
const SEEDS = 2_100_000_000;
const MS_PER_SEED = 2;

/**
 * Starts from the time, 500 ids a second, so that ids of a restarted emulator do not repeat those of
 * the one before. The seeds wrap every 48 days: longer than a bot remembers what it has seen.
 */
export function createTimeSeededCounter(now: Date): IdCounter {
  let id = Math.floor(now.getTime() / MS_PER_SEED) % SEEDS;
  return {
    next() {
      id += 1;
      return id;
    },
    peek: () => id + 1,
    atLeast(minimum) {
      id = Math.max(id, minimum - 1);
    },
  };
}
