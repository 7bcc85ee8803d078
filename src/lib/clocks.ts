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

/** Both clocks of the machine: what production uses. */
export const systemClocks: Clocks = { now: () => new Date(), real: () => new Date() };
