import { expect, it } from 'vitest';
import { plainText } from '../../../src/services/plain-text.js';

it('trims, and makes one character of every newline', () => {
  expect(plainText(20).parse('  Наказ\r\n№\u00A01\r ')).toBe('Наказ\n№\u00A01');
});

it.each(['\u0000', '\u001F', '\u0085', '\uD83D', '\uFFFE', '\uFFFF'])(
  'refuses what no messenger shows and no Word file can hold: %j',
  (character) => {
    expect(plainText(20).safeParse(`Наказ ${character}`).success).toBe(false);
  },
);

it.each(['👨‍👩‍👧', 'العربية', '\tтаблиця', '<b>&</b>'])('takes %s', (text) => {
  expect(plainText(20).safeParse(text).success).toBe(true);
});
