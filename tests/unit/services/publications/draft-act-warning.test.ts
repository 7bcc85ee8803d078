import { describe, expect, it } from 'vitest';
import { KYIV } from '../../../../src/lib/city-time.js';
import { warningsOf } from '../../../../src/services/publications/warnings.js';
import { aPublication } from '../../../support/a-publication.js';

/** What the editor reads of a draft act that is published now. */
function sentences(now: string, date: string): string[] {
  const act = { issuer: 'council', stage: 'draft', number: '12', date, discussionUntil: undefined } as const;
  const draft = aPublication({ kind: 'act', status: 'draft', publishedAt: undefined, act });
  const facts = { now: new Date(now), timeZone: KYIV, isNumberTaken: false };
  return warningsOf(draft, facts).map(({ message }) => message);
}

describe('the term of a draft act, aloud', () => {
  it('names no calendar where both count the same', () => {
    expect(sentences('2026-11-23T10:00:00Z', '2026-11-30')).toEqual([
      'Порушення строку: до розгляду 30 листопада 2026 року лише 4 повні робочі дні, а закон вимагає оприлюднити проєкт не пізніш як за 10 робочих днів. Найближчий законний день розгляду – 8 грудня 2026 року.',
    ]);
  });

  it('says under martial law that holidays are worked, and what peacetime would give', () => {
    expect(sentences('2026-12-21T10:00:00Z', '2026-12-31')).toEqual([
      'Порушення строку: до розгляду 31 грудня 2026 року лише 7 повних робочих днів, а закон вимагає оприлюднити проєкт не пізніш як за 10 робочих днів. Найближчий законний день розгляду – 5 січня 2027 року. Під час воєнного стану святкові дні робочі, тож ураховано й їх; за звичайним календарем було б 6.',
    ]);
  });

  it('says nothing of a draft that is in time', () => {
    expect(sentences('2026-11-23T10:00:00Z', '2026-12-08')).toEqual([]);
  });
});
