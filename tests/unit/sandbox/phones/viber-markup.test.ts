import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readViberMarkup } from '../../../../src/sandbox/phones/viber-markup.js';

describe("Viber's own formatting", () => {
  it('shows pairs of marks as styles and takes the marks away', () => {
    expect(readViberMarkup('*Увага:* завтра _не буде_ води, ~сьогодні~')).toEqual({
      text: 'Увага: завтра не буде води, сьогодні',
      entities: [
        { type: 'bold', offset: 0, length: 6 },
        { type: 'italic', offset: 14, length: 7 },
        { type: 'strikethrough', offset: 28, length: 8 },
      ],
    });
  });

  it('shows a style inside a style where it stands', () => {
    expect(readViberMarkup('*Дуже _важливо_*').entities).toEqual([
      { type: 'bold', offset: 0, length: 12 },
      { type: 'italic', offset: 5, length: 7 },
    ]);
  });

  it('leaves marks inside words and without a pair as they are', () => {
    const text = 'файл_звіт_2026 і 2 * 3 * 4, ~5 °C';
    expect(readViberMarkup(text)).toEqual({ text, entities: [] });
  });

  it('makes addresses links', () => {
    expect(readViberMarkup('Читайте: https://nizhynrada.gov.ua/a_b_c.').entities).toEqual([
      { type: 'url', offset: 9, length: 31 },
    ]);
  });

  it('never points outside of the text', () => {
    const texts = fc
      .array(fc.constantFrom('*', '_', '~', ' ', 'а', 'ї', '\n', 'https://x.ua/', '😀'))
      .map((p) => p.join(''));
    fc.assert(
      fc.property(texts, (source) => {
        const { text, entities } = readViberMarkup(source);
        for (const { offset, length } of entities) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
