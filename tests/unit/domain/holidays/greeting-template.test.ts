import { describe, expect, it } from 'vitest';
import { holidayById, holidaysOn } from '../../../../src/domain/holidays/calendar.js';
import {
  composeGreeting,
  fitTogether,
  memorialComplaint,
  proposedHolidays,
  templateComplaint,
} from '../../../../src/domain/holidays/greeting-template.js';
import type { Holiday } from '../../../../src/domain/holidays/holiday.js';

const TEMPLATES = {
  title: 'Привітання з нагоди {родовий}',
  text: 'Щиро вітаємо з {орудний}!',
  memorialTitle: '{назва}',
  memorialText: 'Сьогодні – {назва}.',
};
const named = (...ids: string[]): Holiday[] => ids.flatMap((id) => holidayById(id) ?? []);

describe('composeGreeting', () => {
  it('names the holiday in the case that the sentence needs', () => {
    expect(composeGreeting(named('zhkg'), TEMPLATES)).toEqual({
      title: 'Привітання з нагоди Дня працівників ЖКГ',
      text: 'Щиро вітаємо з Днем працівників житлово-комунального господарства і побутового обслуговування населення!',
    });
  });

  it('names several holidays in one sentence', () => {
    expect(composeGreeting(holidaysOn('2026-10-01'), TEMPLATES).text).toBe(
      'Щиро вітаємо з Днем захисників і захисниць України, Днем Українського козацтва та Днем ветерана та Міжнародним днем людей похилого віку!',
    );
  });

  it('congratulates nobody on a memorial day', () => {
    expect(composeGreeting(named('holodomor'), TEMPLATES)).toEqual({
      title: 'День пам’яті жертв голодоморів',
      text: 'Сьогодні – День пам’яті жертв голодоморів.',
    });
  });

  it('takes names as they are, whatever they hold', () => {
    const [holiday] = named('sbu');
    const odd = { nominative: '$& {орудний}', genitive: '$&', instrumental: '$1' };
    const greeting = composeGreeting(holiday ? [{ ...holiday, shortName: odd, name: odd }] : [], TEMPLATES);
    expect(greeting.text).toBe('Щиро вітаємо з $1!');
  });
});

describe('what goes into one draft', () => {
  it('is every holiday of the day', () => {
    expect(proposedHolidays(holidaysOn('2026-10-01'))).toHaveLength(3);
  });

  it('is memory alone where somebody is mourned', () => {
    // The day of the mother, of nurses, and the Sunday of memory.
    const day = holidaysOn('2024-05-12');
    expect(day.map(({ id }) => id).sort()).toEqual(['mother', 'nurses', 'provody']);
    expect(proposedHolidays(day).map(({ id }) => id)).toEqual(['provody']);
    expect(fitTogether(day)).toBe(false);
    expect(fitTogether(named('mother', 'nurses'))).toBe(true);
    expect(fitTogether([])).toBe(false);
  });
});

describe('a template', () => {
  it.each(['З нагоди {родовий}', 'з {орудний}! {назва}'])('may be «%s»', (template) => {
    expect(templateComplaint(template)).toBeUndefined();
  });

  it.each([
    ['Вітаємо з {давальний}', '«{давальний}» не заповниться'],
    ['Вітаємо з {орудний', '«{» не заповниться'],
    ['Вітаємо зі святом!', 'Назвіть свято'],
  ])('may not be «%s»', (template, complaint) => {
    expect(templateComplaint(template)).toContain(complaint);
  });

  it.each(['Вітаємо з {орудний}', 'Зі святом! {назва}', '{назва} 🌷', 'Прийміть вітання: {назва}'])(
    'for memorial days may not be «%s»',
    (template) => {
      expect(memorialComplaint(template)).toContain('не вітають');
    },
  );

  it('for memorial days may speak of misfortune', () => {
    expect(memorialComplaint('{назва}. Нещастя не забуто')).toBeUndefined();
  });
});
