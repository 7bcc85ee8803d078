import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APPEAL_SERIES,
  asciiAppealNumber,
  formatAppealNumber,
  isSameNumber,
  kindOfNumber,
  parseAppealNumber,
  seriesOf,
} from '../../../src/domain/appeal-number.js';

describe('appeal number', () => {
  it.each([
    ['appeal', 'Н-2026-000123'],
    ['signal', 'С-2026-000123'],
    ['information-request', 'З-2026-000123'],
    ['draft-comment', 'П-2026-000123'],
  ] as const)('of %s is %s, and tells what it belongs to', (kind, number) => {
    expect(formatAppealNumber(seriesOf(kind), 2026, 123)).toBe(number);
    expect(kindOfNumber(number)).toBe(kind);
  });

  it.each([
    'Н-2026-000123',
    'н 123',
    'Н123',
    'H-2026-123',
    'h 2026 - 123',
    'N-2026-000123',
    '№ Н–2026–000123',
    ' н-2026/123 ',
    '123',
  ])('is found by «%s»', (text) => {
    const typed = parseAppealNumber(text);
    expect(typed && isSameNumber(typed, 'Н-2026-000123')).toBe(true);
  });

  it.each(['н 124', 'С-2026-000123', 'Н-2025-000123'])('is not found by «%s»', (text) => {
    const typed = parseAppealNumber(text);
    expect(typed && isSameNumber(typed, 'Н-2026-000123')).toBe(false);
  });

  it.each(['', 'привіт', '101 будинок', 'Н', 'вул. Шевченка, 12', '0671234567', 'Н-2026-'])(
    'is not seen in «%s»',
    (text) => {
      expect(parseAppealNumber(text)).toBeUndefined();
    },
  );

  it('survives the way into button data and back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...APPEAL_SERIES),
        fc.integer({ min: 2020, max: 2099 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (series, year, sequence) => {
          const ascii = asciiAppealNumber(formatAppealNumber(series, year, sequence));
          expect(ascii).toMatch(/^[ -~]+$/u);
          expect(parseAppealNumber(ascii)).toEqual({ series, year, sequence });
        },
      ),
    );
  });
});
