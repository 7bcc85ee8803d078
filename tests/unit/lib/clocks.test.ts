import { describe, expect, it } from 'vitest';
import { steadyClock } from '../../../src/lib/clocks.js';

describe('the steady clock', () => {
  it('follows the machine ahead, and goes on from there when it is set back', () => {
    const machine = { wallMs: 1_000_000, elapsedMs: 0 };
    const clock = steadyClock(
      () => machine.wallMs,
      () => machine.elapsedMs,
    );
    const pass = (ms: number, jumpMs = 0) => {
      machine.wallMs += ms + jumpMs;
      machine.elapsedMs += ms;
      return clock().getTime();
    };
    expect(pass(0)).toBe(1_000_000);
    expect(pass(500)).toBe(1_000_500);
    expect(pass(500, 60_000)).toBe(1_061_000);
    expect(pass(500, -3_600_000)).toBe(1_061_500);
    expect(pass(250)).toBe(1_061_750);
  });
});
