import { describe, expect, it } from 'vitest';
import { dueOf } from '#built/domain/terms/due.js';
import { explainDue } from '#built/domain/terms/explain.js';
import { registrationOf } from '#built/domain/terms/office.js';
import type { Clock } from '#built/domain/terms/rules.js';
import { anOffice } from '../../../support/an-office.js';

const OFFICE = anOffice();

function steps(clock: Clock, received: string): readonly string[] {
  const receivedAt = new Date(received);
  const registration = registrationOf(receivedAt, OFFICE);
  const due = dueOf(clock, registration.registeredAt, OFFICE);
  return due ? explainDue(receivedAt, registration, due, OFFICE) : [];
}

describe('the explanation of a due date', () => {
  it('says when it was registered and why', () => {
    expect(steps('appeal', '2026-01-31T12:00:00+02:00')).toEqual([
      'Отримано: субота, 31 січня 2026 року, 12:00.',
      'Отримано в неробочий час, тому зареєстровано: понеділок, 2 лютого 2026 року, 08:00.',
      'Строк від реєстрації: 1 календарний місяць (стаття 20 Закону «Про звернення громадян»).',
      'Останній день: понеділок, 2 березня 2026 року.',
    ]);
  });

  it('says from which day off the end moved', () => {
    expect(steps('appeal-simple', '2021-03-05T10:00:00+02:00').slice(1)).toEqual([
      'Отримано в робочий час, тому зареєстровано одразу.',
      'Строк від реєстрації: 15 днів (стаття 20 Закону «Про звернення громадян»).',
      'Строк спливає у вихідний (субота, 20 березня 2021 року) і переходить на наступний робочий день.',
      'Останній день: понеділок, 22 березня 2021 року.',
    ]);
  });

  it('names the days that working days leave out', () => {
    expect(steps('information', '2026-11-23T10:00:00+02:00').slice(2)).toEqual([
      'Строк від реєстрації: 5 робочих днів (стаття 20 Закону «Про доступ до публічної інформації»).',
      'Дні рахуються від наступного після реєстрації. Не рахуються вихідні: 28 листопада, 29 листопада.',
      'Останній день: понеділок, 30 листопада 2026 року.',
    ]);
  });

  it('counts hours to the minute', () => {
    expect(steps('information-urgent', '2026-10-23T10:00:00+03:00').slice(2)).toEqual([
      'Строк від реєстрації: 48 годин (стаття 20 Закону «Про доступ до публічної інформації»).',
      'Години рахуються поспіль, до: неділя, 25 жовтня 2026 року, 09:00.',
    ]);
  });
});
