import { describe, expect, it } from 'vitest';
import { createViberBilling } from '../../../../../src/sandbox/emulators/viber/billing.js';
import type { ViberChat } from '../../../../../src/sandbox/emulators/viber/chat.js';
import { ViberRefusal } from '../../../../../src/sandbox/emulators/viber/status.js';

const NOW = Date.parse('2026-11-30T22:00:00Z');
const HOUR_MS = 3_600_000;

/** A conversation in which the person last wrote so long ago. */
function aChat(hoursAgo: number | null): ViberChat {
  return { heardAtMs: hoursAgo === null ? null : NOW - hoursAgo * HOUR_MS } as ViberChat;
}

describe('the emulated bill of Viber', () => {
  it.each([
    [true, 2, 4, 5],
    [false, 1, 3, undefined],
  ])('a bot that is billable: %s', (isBillable, inSession, free, over) => {
    const { take } = createViberBilling({ isBillable, freePerMonth: 2 }, () => new Date(NOW));
    const send = (chat: ViberChat) => take([chat]);
    expect(send(aChat(23))).toBe(inSession);
    expect(send(aChat(24))).toBe(free);
    expect(send(aChat(null))).toBe(free);
    if (over === undefined) expect(() => send(aChat(null))).toThrow(ViberRefusal);
    else expect(send(aChat(null))).toBe(over);
  });

  it('begins anew with the month of UTC', () => {
    let now = NOW;
    const { take } = createViberBilling({ isBillable: false, freePerMonth: 1 }, () => new Date(now));
    expect(take([aChat(null)])).toBe(3);
    expect(() => take([aChat(null)])).toThrow(ViberRefusal);
    now += 2 * HOUR_MS;
    expect(take([aChat(null)])).toBe(3);
  });

  it('tells the dearest price of a batch', () => {
    const { take } = createViberBilling({ isBillable: true, freePerMonth: 0 }, () => new Date(NOW));
    expect(take([aChat(1), aChat(null)])).toBe(5);
    expect(take([])).toBe(2);
  });
});
