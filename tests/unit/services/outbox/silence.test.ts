import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../src/services/outbox/budget.js';
import { Silence, speedAfterSilence } from '../../../../src/services/outbox/silence.js';
import { silentLogger } from '../../../support/silent-logger.js';

const AT = new Date('2026-11-23T10:00:00Z');

function aSilence(stored?: Date) {
  const kept: { until: Date; code: string }[] = [];
  const silence = new Silence({
    channel: { id: 'telegram' },
    store: {
      pausedUntil: async () => stored,
      pauseUntil: async (_channel, until, code) => {
        kept.push({ until, code });
      },
    },
    log: silentLogger,
  });
  return { silence, kept };
}

describe('Silence', () => {
  it('lasts exactly as long as the messenger asks, and is kept for a restart', async () => {
    const { silence, kept } = aSilence();
    await silence.obey('telegram.429', 7_000, AT);
    expect(silence.leftMs(AT.getTime() + 6_999)).toBe(1);
    expect(silence.leftMs(AT.getTime() + 7_000)).toBe(0);
    expect(kept).toEqual([{ until: new Date(AT.getTime() + 7_000), code: 'telegram.429' }]);
  });

  it('is taken up after a restart, with what is left of it', async () => {
    const { silence } = aSilence(new Date(AT.getTime() + 2_282_000));
    await silence.resume();
    expect(silence.leftMs(AT.getTime() + 1_000)).toBe(2_281_000);
  });

  it('is not shortened by a second, milder refusal', async () => {
    const { silence, kept } = aSilence();
    await silence.obey('telegram.429', 7_000, AT);
    await silence.obey('telegram.429', 3_000, AT);
    expect(silence.leftMs(AT.getTime())).toBe(7_000);
    expect(kept).toHaveLength(1);
  });
});

describe('speedAfterSilence', () => {
  it('rises in steps and is whole again within ten seconds', () => {
    expect([0, 3_000, 6_000, 9_000].map(speedAfterSilence)).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('never falls, whenever one looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.nat(20_000), (sinceMs, laterMs) => {
        expect(speedAfterSilence(sinceMs + laterMs)).toBeGreaterThanOrEqual(speedAfterSilence(sinceMs));
      }),
    );
  });

  it('lets a budget send in each step no more than its share', () => {
    const budget = new Budget(28, 0, (atMs) => speedAfterSilence(atMs));
    const slots = Array.from({ length: 300 }, () => budget.take(1, 0));
    const perStep = [0, 3_000, 6_000].map(
      (from) => slots.filter((at) => at >= from && at < from + 3_000).length,
    );
    for (const [i, share] of [0.25, 0.5, 0.75].entries())
      expect(perStep[i]).toBeLessThanOrEqual(Math.ceil(28 * 3 * share) + 1);
    expect(slots.filter((at) => at >= 9_000 && at < 10_000).length).toBeGreaterThanOrEqual(27);
  });
});
