import { describe, expect, it } from 'vitest';
import { atClock, dayAndMonth, legalDate } from '../../../src/domain/ukrainian-date.js';

describe('dates in Ukrainian', () => {
  it('are short in lists and full in legal notices', () => {
    expect(dayAndMonth('2026-12-23')).toBe('23 грудня');
    expect(legalDate('2026-02-01')).toBe('1 лютого 2026 року');
  });

  it('name every month in the genitive', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      dayAndMonth(`2026-${String(index + 1).padStart(2, '0')}-05`),
    );
    expect(months.join(', ')).toBe(
      '5 січня, 5 лютого, 5 березня, 5 квітня, 5 травня, 5 червня, 5 липня, 5 серпня, 5 вересня, 5 жовтня, 5 листопада, 5 грудня',
    );
  });

  it('say «об» before eleven only', () => {
    expect([atClock('22:14'), atClock('11:05'), atClock('1:11')]).toEqual(['о 22:14', 'об 11:05', 'о 1:11']);
  });
});
