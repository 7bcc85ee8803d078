import { localDay } from '../../lib/city-time.js';
import type { Appeal } from '../appeal.js';
import { legalDate } from '../ukrainian-date.js';
import { answerClockOf } from './answer-clock.js';
import { dueOf } from './due.js';
import { explainTerm, fullMoment } from './explain.js';
import { type Office, registrationOf } from './office.js';

type AppealTerm = Pick<Appeal, 'number' | 'receivedAt' | 'registeredAt' | 'dueAt' | 'history'>;

/** How the due date of an appeal was found, step by step, so that a moderator can check it. */
export function explainAppealTerm(appeal: AppealTerm, office: Office): readonly string[] {
  const clock = answerClockOf(appeal);
  if (clock === undefined || appeal.dueAt === undefined)
    return ['Закон не встановлює строку відповіді на таке повідомлення.'];
  const due = dueOf(clock, appeal.registeredAt, office);
  const begins = [
    `Отримано: ${fullMoment(appeal.receivedAt, office.timeZone)}.`,
    registrationStep(appeal, office),
  ];
  if (due?.dueAt.getTime() === appeal.dueAt.getTime()) return [...begins, ...explainTerm(due, office)];
  // The calendar was changed since, or the head has shortened the term.
  const day = legalDate(localDay(appeal.dueAt, office.timeZone));
  return [...begins, `Строк встановлено до ${day}; за нинішнім календарем він був би інший.`];
}

function registrationStep({ receivedAt, registeredAt, history }: AppealTerm, office: Office): string {
  const moment = fullMoment(registeredAt, office.timeZone);
  const entry = history.find(({ status }) => status === 'registered');
  if (!entry) return `Ще не зареєстровано. Очікувана реєстрація: ${moment}.`;
  if (entry.by !== 'system') return `Зареєстрував працівник: ${moment}.`;
  return registrationOf(receivedAt, office).registeredLater
    ? `Отримано в неробочий час, тому зареєстровано: ${moment}.`
    : 'Отримано в робочий час, тому зареєстровано одразу.';
}
