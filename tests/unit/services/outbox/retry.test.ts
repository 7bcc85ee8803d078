import { describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../../../src/services/outbox/retry.js';

describe('retryDelayMs', () => {
  it('rises by full jitter: within a second first, five tries within two minutes', () => {
    const longest = [1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, () => 0.999999));
    expect(longest).toEqual([1_000, 5_000, 30_000, 80_000]);
    expect(longest.reduce((sum: number, delay) => sum + (delay ?? 0), 0)).toBeLessThan(120_000);
  });

  it('gives up after the fifth try', () => {
    expect(retryDelayMs(5, () => 0.5)).toBeUndefined();
  });
});
