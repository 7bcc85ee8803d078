/** Tops of a scale within one order of magnitude: each has a half that can be named. */
const TOPS = [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10] as const;

/**
 * The top of a scale that begins at zero: a round number, not below the largest value and never far above it. At
 * least 2, and even, for half a person cannot be counted.
 *
 * @param values counts, none below zero
 */
export function topOf(values: readonly number[]): number {
  const largest = Math.max(2, ...values);
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  const tops = TOPS.map((top) => Math.round(top * magnitude)).filter((top) => top % 2 === 0);
  return tops.find((top) => top >= largest) ?? 10 * magnitude;
}
