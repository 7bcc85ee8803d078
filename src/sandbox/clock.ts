const DAY_MS = 24 * 60 * 60_000;

/** Ten years either way: enough to see every term pass, and every date still has four digits. */
const MAX_OFFSET_DAYS = 3_650;

/** What is kept of the clock, so that a restart does not bring the city back to today. */
export interface ClockState {
  readonly offsetDays: number;
  /** Whether somebody has ever moved it: the walk's step is done then */
  readonly moved: boolean;
}

/** Keeps the clock's state. Resolves after it is durable. */
export interface ClockStore {
  load(): Promise<ClockState | undefined>;
  save(state: ClockState): Promise<void>;
}

/** The city's calendar of the sandbox: the real time moved by whole days. */
export interface SandboxClock {
  now(): Date;
  state(): ClockState;
  /** Moves the calendar. @throws {RangeError} for anything but whole days within ten years */
  moveBy(days: number): Promise<void>;
  /** Back to the real day. */
  reset(): Promise<void>;
}

/**
 * Opens the clock where it was left.
 *
 * @param deps.onMove after each move: every nudge of the schedule once, as days have passed
 */
export async function createSandboxClock(deps: {
  readonly store: ClockStore;
  readonly real: () => Date;
  readonly onMove: () => Promise<void>;
}): Promise<SandboxClock> {
  const { store, real, onMove } = deps;
  let state = (await store.load()) ?? { offsetDays: 0, moved: false };

  async function moveTo(offsetDays: number): Promise<void> {
    if (!Number.isInteger(offsetDays) || Math.abs(offsetDays) > MAX_OFFSET_DAYS) {
      throw new RangeError('the clock moves by whole days, ten years at most');
    }
    const moved = { offsetDays, moved: true };
    await store.save(moved);
    state = moved;
    await onMove();
  }

  return {
    now: () => new Date(real().getTime() + state.offsetDays * DAY_MS),
    state: () => state,
    moveBy: (days) => moveTo(state.offsetDays + days),
    reset: () => moveTo(0),
  };
}
