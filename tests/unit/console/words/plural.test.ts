import { expect, it } from 'vitest';
import { DAYS, plural, SUBSCRIBERS } from '../../../../src/console/words/plural.js';

it.each([
  [0, '0 днів'],
  [1, '1 день'],
  [2, '2 дні'],
  [5, '5 днів'],
  [11, '11 днів'],
  [21, '21 день'],
  [24, '24 дні'],
  [112, '112 днів'],
])('chooses the Ukrainian form for %i', (count, words) => {
  expect(plural(count, DAYS)).toBe(words);
});

it('keeps thousands apart with a no-break space', () => {
  expect(plural(1500, SUBSCRIBERS)).toBe('1\u00a0500 підписників');
});
