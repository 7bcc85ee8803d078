/** What one look found. */
export interface Finding {
  readonly title: string;
  /** `bad`: the service does not work so; `warn`: it works, and somebody should look; `quiet`: not in use */
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
  /** How it is, and what to do */
  readonly sentences: readonly string[];
}

/** Longest wait for one answer from outside. */
export const LOOK_MS = 5_000;
