import { describe, expect, it } from 'vitest';
import { createCityDates } from '../../../../src/console/words/dates.js';
import { describeDue } from '../../../../src/console/words/due.js';

const dates = createCityDates('Europe/Kyiv', () => new Date('2026-11-23T10:00:00Z'));
const dueOn = (day: string) =>
  describeDue({ status: 'registered', dueAt: new Date(`${day}T21:59:59Z`) }, dates);

describe('describeDue', () => {
  it.each([
    ['2026-11-02', 'overdue', 'прострочено на 21 день'],
    ['2026-11-20', 'overdue', 'прострочено на 3 дні'],
    ['2026-11-12', 'overdue', 'прострочено на 11 днів'],
    ['2026-11-23', 'today', 'сьогодні'],
    ['2026-11-24', 'soon', 'залишився 1 день'],
    ['2026-11-28', 'soon', 'залишилося 5 днів'],
    ['2026-12-14', 'calm', 'залишився 21 день'],
    ['2026-12-23', 'calm', 'залишилося 30 днів'],
  ])('says how long is left until %s', (day, urgency, words) => {
    expect(dueOn(day)).toEqual({ urgency, words });
  });

  it('counts days of the city, not of UTC', () => {
    const lateEvening = createCityDates('Europe/Kyiv', () => new Date('2026-11-23T22:30:00Z'));
    expect(
      describeDue({ status: 'registered', dueAt: new Date('2026-11-23T21:59:59Z') }, lateEvening),
    ).toEqual({ urgency: 'overdue', words: 'прострочено на 1 день' });
  });

  it('hurries nobody once the answer is given, nor for an anonymous signal', () => {
    expect(describeDue({ status: 'answered', dueAt: new Date('2026-11-02T21:59:59Z') }, dates).urgency).toBe(
      'none',
    );
    expect(describeDue({ status: 'registered', dueAt: undefined }, dates).words).toBe('без строку');
  });
});
