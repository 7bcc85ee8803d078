/** Hands out ascending integers. */
export interface IdCounter {
  next(): number;
  /** What `next` would give: kept in a snapshot so that a restart goes on from there */
  peek(): number;
  /** Never goes back */
  atLeast(id: number): void;
}

/** Ids stay under 2^31, as real ones do. */
const RANGE = 2 ** 30;

/**
 * Starts from the time in hundredths of a second (wrapping every 124 days), so that ids of a
 * restarted emulator do not repeat those of the one before, at up to 100 a second on average.
 */
export function createTimeSeededCounter(now: Date): IdCounter {
  let id = Math.floor(now.getTime() / 10) % RANGE;
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
