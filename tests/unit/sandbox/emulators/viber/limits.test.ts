import { expect, it } from 'vitest';
import { createViberLimits, DEFAULT_VIBER_RATES } from '../../../../../src/sandbox/emulators/viber/limits.js';

const HOUR_MS = 3600_000;

it('lets 100 messages an hour to a silent person, and starts anew with their word', () => {
  const limits = createViberLimits(DEFAULT_VIBER_RATES, () => 0);
  const allowed = Array.from({ length: 101 }, () => limits.mayMessage('Петро'));
  expect(allowed.filter(Boolean)).toHaveLength(100);
  expect(limits.mayMessage('Ганна')).toBe(true);
  limits.heardFrom('Петро');
  expect(limits.mayMessage('Петро')).toBe(true);
});

it('lets 500 broadcasts in any ten seconds', () => {
  let nowMs = 0;
  const limits = createViberLimits(DEFAULT_VIBER_RATES, () => nowMs);
  const allowed = Array.from({ length: 501 }, () => limits.mayBroadcast());
  expect(allowed.filter(Boolean)).toHaveLength(500);
  nowMs += 10_000;
  expect(limits.mayBroadcast()).toBe(true);
});

it('lets details of a person be read twice in twelve hours', () => {
  let nowMs = 0;
  const limits = createViberLimits(DEFAULT_VIBER_RATES, () => nowMs);
  const read = () => limits.mayReadDetails('Петро');
  expect([read(), read(), read()]).toEqual([true, true, false]);
  nowMs += 12 * HOUR_MS;
  expect(read()).toBe(true);
});
