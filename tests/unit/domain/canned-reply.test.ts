import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CANNED_REPLY_VARIABLES,
  fillVariables,
  unfilledVariables,
  unknownVariables,
} from '../../../src/domain/canned-reply.js';

describe('fillVariables', () => {
  it('puts the appeal’s own words where variables stand', () => {
    const text = 'Доброго дня, {ПІБ}! Звернення {Номер}, знову {Номер}.';
    const values = { ПІБ: 'Маріє Петрівно', Номер: 'Н-2026-000123' };
    expect(fillVariables(text, values)).toBe(
      'Доброго дня, Маріє Петрівно! Звернення Н-2026-000123, знову Н-2026-000123.',
    );
  });

  it('leaves what the appeal has no value for, and other braces', () => {
    expect(fillVariables('{ПІБ} {строк} { } {toString} {', {})).toBe('{ПІБ} {строк} { } {toString} {');
  });

  it('does not look into values', () => {
    expect(fillVariables('{Тема}', { Тема: '{Номер} $& {ПІБ}', Номер: '1' })).toBe('{Номер} $& {ПІБ}');
  });

  it('leaves nothing unfilled when every value is there', () => {
    const values = Object.fromEntries(CANNED_REPLY_VARIABLES.map((name) => [name, 'так']));
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...CANNED_REPLY_VARIABLES.map((name) => `{${name}}`)),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(unfilledVariables(fillVariables(pieces.join(''), values))).toEqual([]);
      }),
    );
  });
});

it('names each unfilled and each unknown variable once', () => {
  const text = '{ПІБ} {Номер} {ПІБ} {Пiдроздiл} {} {ПІБ ';
  expect(unfilledVariables(text)).toEqual(['ПІБ', 'Номер']);
  expect(unknownVariables(`${text}{}`)).toEqual(['Пiдроздiл', '']);
});
