/**
 * The two clocks everything is given (never `Date.now()` inside a rule).
 *
 * `now` is the city's calendar: due dates, schedules, digests. The sandbox can move it.
 * `real` never moves: leases, deadlines, budgets, sessions, links, expiry.
 */
export interface Clocks {
  readonly now: () => Date;
  readonly real: () => Date;
}

/**
 * A clock that follows the machine's and never goes back. Where the machine's is set back by an hour, whatever waits
 * for a moment would wait an hour longer; this one goes on as if nothing had happened, until the process ends.
 *
 * @param wallMs the machine's clock, in milliseconds since 1970
 * @param elapsedMs milliseconds that nobody sets, from any beginning
 */
export function steadyClock(wallMs: () => number, elapsedMs: () => number): () => Date {
  let aheadMs = Number.NEGATIVE_INFINITY;
  return () => {
    const elapsed = elapsedMs();
    aheadMs = Math.max(aheadMs, wallMs() - elapsed);
    return new Date(elapsed + aheadMs);
  };
}

/** Both clocks of the machine: what production uses. */
export const systemClocks: Clocks = {
  now: () => new Date(),
  real: steadyClock(Date.now, () => performance.now()),
};
