/** Longest waits before tries 2, 3, 4 and 5, in milliseconds: within 2 minutes in all, then no more. */
const CEILINGS_MS = [1_000, 5_000, 30_000, 80_000] as const;

/**
 * Delay before the next try after a refusal that may pass: full jitter over rising ceilings
 * (1 s, 5 s, 30 s, 80 s), so that a messenger coming back is not hit by every delivery at once.
 *
 * @param attempt failed tries so far, 1 after the first
 * @param random in [0, 1); injected so tests are exact
 * @returns milliseconds, or undefined when no try is left
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelayMs(attempt: number, random: () => number): number | undefined {
  const ceiling = CEILINGS_MS[attempt - 1];
  return ceiling === undefined ? undefined : Math.ceil(random() * ceiling);
}
