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

  it('keeps the limit even for a single endless character', () => {
    const pieces = splitText(`а${'\u0301'.repeat(500)}`, 100);
    expect(pieces.map((piece) => piece.length)).toEqual([100, 100, 100, 100, 100, 1]);
  });
});

function graphemesOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('uk', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment).filter((one) => one.trim() !== '');
}
