import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRanges, splitText } from '../../../src/lib/split-text.js';

describe('splitText', () => {
  it('keeps a text that fits as one piece', () => {
    expect(splitText('Воду вимкнено до вечора.', 24)).toEqual(['Воду вимкнено до вечора.']);
  });

  it('has nothing to say about a blank text', () => {
    expect(splitText(' \n ', 10)).toEqual([]);
  });

  it('cuts between paragraphs while a piece stays half full', () => {
    expect(splitText('Перший абзац.\n\nДругий абзац, довший.', 25)).toEqual([
      'Перший абзац.',
      'Другий абзац, довший.',
    ]);
  });

  it('cuts between words when the only line border is too early', () => {
    expect(splitText('Так.\nНіжинська міська рада повідомляє', 22)).toEqual([
      'Так.\nНіжинська міська',
      'рада повідомляє',
    ]);
  });

  it('never cuts a family emoji or a flag', () => {
    expect(splitText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']);
    expect(splitText('аб🇺🇦', 5)).toEqual(['аб', '🇺🇦']);
  });

  it('never cuts an address standing in the text', () => {
    const url = 'https://nizhynrada.gov.ua/novyny/2026/11/23';
    expect(splitText(`Докладніше тут: ${url}`, 50)).toEqual(['Докладніше тут:', url]);
  });

  it('never cuts the words of a link', () => {
    const text = 'Проєкт рішення міської ради';
    expect(splitRanges(text, 20, [{ start: 7, end: 27 }])).toEqual([
      { start: 0, end: 6 },
      { start: 7, end: 27 },
    ]);
  });

  it('rather cuts an endless word than the link that touches it', () => {
    expect(splitRanges(`${'а'.repeat(15)}два слова`, 20, [{ start: 15, end: 24 }])).toEqual([
      { start: 0, end: 15 },
      { start: 15, end: 24 },
    ]);
    expect(splitRanges(`два слова${'а'.repeat(15)}`, 20, [{ start: 0, end: 9 }])).toEqual([
      { start: 0, end: 20 },
      { start: 20, end: 24 },
    ]);
  });

  it('keeps together what a no-break space holds together', () => {
    expect(splitText('Вартість робіт 5\u00a0000 грн', 19)).toEqual(['Вартість робіт', '5\u00a0000 грн']);
  });

  it('cuts a link that is longer than any piece rather than losing it', () => {
    expect(splitRanges('один два три', 8, [{ start: 0, end: 12 }])).toEqual([
      { start: 0, end: 8 },
      { start: 9, end: 12 },
    ]);
  });

  it('loses only spaces at the cuts, keeps every limit and never halves a character', () => {
    const words = fc.string({
      unit: fc.constantFrom('а', 'ї', '’', ' ', '\n', '👨‍👩‍👧', '🇺🇦', 'é'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 11, max: 60 }), (text, maxUnits) => {
        const pieces = splitText(text, maxUnits);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(maxUnits);
          expect(piece.length).toBeGreaterThan(0);
        }
        expect(graphemesOf(pieces.join(' '))).toEqual(graphemesOf(text));
      }),
    );
  });

  it('cuts no stretch that fits a piece', () => {
    const stretches = fc.array(
      fc.record({
        text: fc.string({ unit: fc.constantFrom('а', ' ', '\n', '💡'), maxLength: 20 }),
        isWhole: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(stretches, fc.integer({ min: 40, max: 60 }), (given, maxUnits) => {
        let end = 0;
        const placed = given.map(({ text, isWhole }) => {
          const start = end;
          end += text.length;
          return { start, end, isWhole };
        });
        const whole = placed.filter(({ isWhole }) => isWhole);
        const text = given.map((stretch) => stretch.text).join('');
        for (const cut of splitRanges(text, maxUnits, whole).slice(0, -1))
          expect(
            whole.filter(
              (range) => range.start < cut.end && cut.end < text.slice(0, range.end).trimEnd().length,
            ),
          ).toEqual([]);
      }),
    );
  });

  it('keeps the limit even for a single endless character', () => {
    const pieces = splitText(`а${'\u0301'.repeat(500)}`, 100);
    expect(pieces.map((piece) => piece.length)).toEqual([100, 100, 100, 100, 100, 1]);
  });
});

function graphemesOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('uk', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment).filter((one) => one.trim() !== '');
}
