import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAddress, createCodeSecret, stepOfCode } from '../../../../src/services/staff/time-codes.js';
import { codeAt } from '../../../support/code-at.js';

/** Base32 of «12345678901234567890», the secret of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const STEP_MS = 30_000;

describe('codes by time', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238: at second %i %s', (second, code) => {
    expect(stepOfCode(code, RFC_SECRET, new Date(second * 1000))).toBe(Math.floor(second / 30));
  });

  it('are accepted one half-minute early or late, and never further away', () => {
    const times = fc.integer({ min: 1_600_000_000_000, max: 4_000_000_000_000 });
    const offsets = fc.integer({ min: -10, max: 10 });
    fc.assert(
      fc.property(times, offsets, (atMs, steps) => {
        const shown = codeAt(RFC_SECRET, new Date(atMs + steps * STEP_MS));
        const step = stepOfCode(shown, RFC_SECRET, new Date(atMs));
        if (Math.abs(steps) <= 1) expect(step).toBe(Math.floor(atMs / STEP_MS) + steps);
        // Among a million codes a far one may look like a near one; its step is then the near one's.
        else expect(step === undefined || Math.abs(step - Math.floor(atMs / STEP_MS)) <= 1).toBe(true);
      }),
    );
  });

  it.each(['', '12345', '1234567', 'abcdef', '２８７０８２'])('«%s» is no code', (typed) => {
    expect(stepOfCode(typed, RFC_SECRET, new Date(59_000))).toBeUndefined();
  });

  it('come from a secret of 160 bits, with an address that apps read', () => {
    const secret = createCodeSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(codeAddress(secret, 'head@rada.gov.ua'));
    expect(decodeURIComponent(address.href)).toContain('otpauth://totp/Вісник:head@rada.gov.ua?');
    expect(address.searchParams.get('secret')).toBe(secret);
    expect(createCodeSecret()).not.toBe(secret);
  });
});
