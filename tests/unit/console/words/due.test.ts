import { describe, expect, it } from 'vitest';
import { createCityDates } from '../../../../src/console/words/dates.js';
import { describeDue, explainDue } from '../../../../src/console/words/due.js';

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

describe('explainDue', () => {
  const explain = (
    receivedAt: string,
    registeredAt: string,
    dueAt: string,
    status: 'received' | 'registered' = 'registered',
  ) =>
    explainDue(
      {
        status,
        receivedAt: new Date(receivedAt),
        registeredAt: new Date(registeredAt),
        dueAt: new Date(dueAt),
        history: [],
      },
      dates,
    );

  it('does not call registered what the office has yet to register', () => {
    const [, registered] = explain(
      '2026-11-21T20:14:00Z',
      '2026-11-23T06:00:00Z',
      '2026-12-23T21:59:59Z',
      'received',
    );
    expect(registered).toBe('Буде зареєстровано 23 листопада, 08:00: надійшло поза робочим часом.');
  });

  it('counts a month from the day of registration', () => {
    expect(explain('2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z', '2026-12-23T21:59:59Z')).toEqual([
      'Отримано 23 листопада, 11:00.',
      'Зареєстровано 23 листопада, 11:00.',
      'Місяць від дня реєстрації – до 23 грудня 2026 року включно (стаття 20 Закону України «Про звернення громадян»).',
    ]);
  });

  it('says that it came outside office hours and that the last day was moved', () => {
    expect(explain('2026-11-21T20:14:00Z', '2026-11-26T06:00:00Z', '2026-12-28T21:59:59Z')).toEqual([
      'Отримано 21 листопада, 22:14.',
      'Зареєстровано 26 листопада, 08:00: надійшло поза робочим часом.',
      'Місяць від дня реєстрації закінчується у вихідний, тому строк до 28 грудня 2026 року включно (стаття 20 Закону України «Про звернення громадян»).',
    ]);
  });
});
