/** Counts events of the last while, per key. */
export interface SlidingWindow {
  /** True, and counted, when there is room for one more now */
  tryAdd(key: string, nowMs: number): boolean;
  reset(key: string): void;
}

/** At most `max` events per `windowMs` for each key. */
export function createSlidingWindow(max: number, windowMs: number): SlidingWindow {
  const timesByKey = new Map<string, number[]>();
  return {
    tryAdd(key, nowMs) {
      const recent = (timesByKey.get(key) ?? []).filter((time) => time > nowMs - windowMs);
      timesByKey.set(key, recent);
      if (recent.length >= max) return false;
      recent.push(nowMs);
      return true;
    },
    reset(key) {
      timesByKey.delete(key);
    },
  };
}
