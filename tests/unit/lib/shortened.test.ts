import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortened } from '../../../src/lib/shortened.js';

it.each([
  ['Міст відкрито', 13, 'Міст відкрито'],
  ['Міст на Шевченка відкрито', 20, 'Міст на Шевченка…'],
  ['Міст на Шевченка відкрито', 17, 'Міст на Шевченка…'],
  ['Дужедовгеслово', 8, 'Дужедов…'],
  ['Свято 🎉', 7, 'Свято…'],
])('shortens «%s» to %i: «%s»', (text, max, expected) => {
  expect(shortened(text, max)).toBe(expected);
});

it('is never longer than asked, and never splits an emoji', () => {
  const text = fc.string({ unit: fc.constantFrom('а', ' ', '\n', '🎉') });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (given, max) => {
      const result = shortened(given, max);
      expect(result.length).toBeLessThanOrEqual(max);
      expect(() => encodeURI(result)).not.toThrow(); // it throws at half an emoji
    }),
  );
});
