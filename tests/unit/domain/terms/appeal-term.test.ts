import { describe, expect, it } from 'vitest';
import type { AppealHistoryEntry } from '../../../../src/domain/appeal.js';
import { explainAppealTerm } from '../../../../src/domain/terms/appeal-term.js';
import { reviewDayOf } from '../../../../src/domain/terms/review.js';
import { anOffice } from '../../../support/an-office.js';

const kyiv = (text: string) => new Date(`${text}+02:00`);
const entry = (status: AppealHistoryEntry['status'], by = 'system') => ({ status, by, at: new Date(0) });

/** Received on Saturday evening, registered on Monday. */
const WEEKEND = {
  number: 'Н-2026-000123',
  receivedAt: kyiv('2026-11-21T22:14'),
  registeredAt: kyiv('2026-11-23T08:00'),
  dueAt: kyiv('2026-12-23T23:59:59'),
  history: [entry('received'), entry('registered')],
};
const explain = (changes: Partial<typeof WEEKEND> = {}) =>
  explainAppealTerm({ ...WEEKEND, ...changes }, anOffice());

describe('how the due date of an appeal was found', () => {
  it('is told from the receipt to the last day', () => {
    expect(explain()).toEqual([
      'Отримано: субота, 21 листопада 2026 року, 22:14.',
      'Отримано в неробочий час, тому зареєстровано: понеділок, 23 листопада 2026 року, 08:00.',
      'Строк від реєстрації: 1 календарний місяць (стаття 20 Закону «Про звернення громадян»).',
      'Останній день: середа, 23 грудня 2026 року.',
    ]);
  });

  it('says who registers, and what is not registered yet', () => {
    expect(explain({ history: [entry('received'), entry('registered', 'moderator')] })[1]).toBe(
      'Зареєстрував працівник: понеділок, 23 листопада 2026 року, 08:00.',
    );
    expect(explain({ history: [entry('received')] })[1]).toContain('Ще не зареєстровано.');
  });

  it('follows an extension, and the law on information for a request', () => {
    const extended = explain({
      dueAt: kyiv('2027-01-07T23:59:59'),
      history: [...WEEKEND.history, entry('extended')],
    });
    expect(extended.at(-2)).toContain('45 днів');
    expect(extended.at(-1)).toContain('7 січня 2027 року');
    const request = explain({ number: 'З-2026-000001', dueAt: kyiv('2026-11-30T23:59:59') });
    expect(request[2]).toContain('5 робочих днів');
  });

  it('admits that the calendar has changed since', () => {
    expect(explain({ dueAt: kyiv('2026-12-22T23:59:59') }).at(-1)).toBe(
      'Строк встановлено до 22 грудня 2026 року; за нинішнім календарем він був би інший.',
    );
  });

  it('knows what has no term', () => {
    expect(explain({ number: 'С-2026-000001' })).toEqual([
      'Закон не встановлює строку відповіді на таке повідомлення.',
    ]);
  });
});

describe('the day to tell what was decided about an answer', () => {
  it('comes three working days after the rating', () => {
    expect(reviewDayOf(kyiv('2026-12-08T15:00'), anOffice())).toBe('2026-12-11');
    expect(reviewDayOf(kyiv('2026-12-10T15:00'), anOffice())).toBe('2026-12-15');
    const closed = anOffice(new Map([['2026-12-14', false]]));
    expect(reviewDayOf(kyiv('2026-12-10T15:00'), closed)).toBe('2026-12-16');
  });
});
