/**
 * Slows down guessing. After the free failures each further one doubles the wait of its key (an account or an
 * address): 30 s, 1 min, 2 min … 15 min. Kept in memory: a restart forgives, and costs an attacker more than it gives.
 */
export interface Throttle {
  /** @returns milliseconds to wait, 0 when an attempt is allowed now */
  waitMs(key: string): number;
  fail(key: string): void;
  /** A right password forgives the failures before it. */
  clear(key: string): void;
}

const FIRST_WAIT_MS = 30_000;
const MAX_WAIT_MS = 15 * 60_000;
/** Failures are forgotten after this much quiet. */
const FORGET_MS = 60 * 60_000;
/** Keys remembered; the oldest goes first. Bounds what an attacker with many addresses can make us keep. */
const KEYS_MAX = 10_000;

interface Failures {
  readonly count: number;
  readonly lastAt: number;
}

/** @param freeFailures failures before the first wait */
export function createThrottle(real: () => Date, freeFailures: number): Throttle {
  const failures = new Map<string, Failures>();

  function recent(key: string): Failures | undefined {
    const known = failures.get(key);
    return known && real().getTime() - known.lastAt < FORGET_MS ? known : undefined;
  }

  return {
    waitMs(key) {
      const known = recent(key);
      if (!known || known.count < freeFailures) return 0;
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (known.count - freeFailures), MAX_WAIT_MS);
      return Math.max(0, known.lastAt + waitMs - real().getTime());
    },
    fail(key) {
      const count = (recent(key)?.count ?? 0) + 1;
      failures.delete(key);
      failures.set(key, { count, lastAt: real().getTime() });
      const [oldest] = failures.keys();
      if (failures.size > KEYS_MAX && oldest !== undefined) failures.delete(oldest);
    },
    clear: (key) => void failures.delete(key),
  };
}
