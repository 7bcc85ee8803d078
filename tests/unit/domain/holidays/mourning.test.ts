import { describe, expect, it } from 'vitest';
import { mourningDays, mourningOn } from '../../../../src/domain/holidays/mourning.js';

const MOURNING = { from: '2026-11-23', to: '2026-11-25', reason: 'Жалоба за загиблими' };

describe('mourning', () => {
  it('holds from its first day to its last', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'];
    expect(days.filter((day) => mourningOn(day, [MOURNING]))).toEqual(['2026-11-23', '2026-11-25']);
  });

  it.each([
    ['2026-11-23', '2026-11-23', '23 листопада'],
    ['2026-11-23', '2026-11-25', '23–25 листопада'],
    ['2026-11-30', '2026-12-02', '30 листопада – 2 грудня'],
  ])('is said in words: %s to %s', (from, to, words) => {
    expect(mourningDays({ from, to })).toBe(words);
  });
});
