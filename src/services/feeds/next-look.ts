import type { Feed } from '../../domain/feed.js';

const MINUTE_MS = 60_000;
/** A feed that fails is looked at at least so often, unless its own interval is longer. */
const LONGEST_MS = 6 * 60 * MINUTE_MS;

/** When a feed is looked at next: after its interval, twice as long after each failure. */
export function nextLook(
  { intervalMinutes, failures }: Pick<Feed, 'intervalMinutes' | 'failures'>,
  now: Date,
): Date {
  const intervalMs = intervalMinutes * MINUTE_MS;
  const waitMs = Math.min(intervalMs * 2 ** Math.min(failures, 10), Math.max(intervalMs, LONGEST_MS));
  return new Date(now.getTime() + waitMs);
}
