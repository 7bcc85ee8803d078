import type { Appeal } from '../../domain/appeal.js';
import { OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { pluralForm } from '../../domain/plural.js';
import { addMonths } from '../../lib/city-time.js';
import type { CityDates } from './dates.js';
import { DAYS, plural } from './plural.js';

/** How near the due day is: decides the colour, while the words carry the meaning. */
export type DueUrgency = 'none' | 'calm' | 'soon' | 'today' | 'overdue';

export interface DueWords {
  readonly urgency: DueUrgency;
  /** «прострочено на 3 дні», «сьогодні», «залишилося 5 днів» */
  readonly words: string;
}

const LAW = 'Закону України «Про звернення громадян»';

/** From how many days before the due day the date is shown as near. */
const SOON_DAYS = 5;

/** Says how long is left to answer. An answered appeal and an anonymous one have nothing to wait for. */
export function describeDue(appeal: Pick<Appeal, 'status' | 'dueAt'>, dates: CityDates): DueWords {
  if (appeal.dueAt === undefined) return { urgency: 'none', words: 'без строку' };
  if (!OPEN_APPEAL_STATUSES.includes(appeal.status)) return { urgency: 'none', words: 'розгляд завершено' };
  const days = dates.daysUntil(appeal.dueAt);
  if (days < 0) return { urgency: 'overdue', words: `прострочено на ${plural(-days, DAYS)}` };
  if (days === 0) return { urgency: 'today', words: 'сьогодні' };
  const left = pluralForm('uk', { one: 'залишився', other: 'залишилося' }, days);
  return { urgency: days <= SOON_DAYS ? 'soon' : 'calm', words: `${left} ${plural(days, DAYS)}` };
}

/**
 * How the due date was found, so that a moderator can check it: one calendar month from registration, moved
 * off Saturday and Sunday (Law 393/96-ВР, article 20).
 */
export function explainDue(
  appeal: Pick<Appeal, 'status' | 'receivedAt' | 'registeredAt' | 'dueAt' | 'history'>,
  dates: CityDates,
): readonly string[] {
  if (appeal.dueAt === undefined) {
    return [
      `Анонімне повідомлення за законом не є зверненням, тому строку відповіді немає (стаття 8 ${LAW}).`,
    ];
  }
  const received = `Отримано ${dates.moment(appeal.receivedAt)}.`;
  const isLater = appeal.registeredAt > appeal.receivedAt;
  const done = appeal.status === 'received' ? 'Буде зареєстровано' : 'Зареєстровано';
  const registered = `${done} ${dates.moment(appeal.registeredAt)}${isLater ? ': надійшло поза робочим часом' : ''}.`;
  if (appeal.history.some(({ until }) => until !== undefined))
    return [
      received,
      registered,
      `Строк продовжено до ${dates.fullDay(appeal.dueAt)} включно (стаття 20 ${LAW}).`,
    ];
  const isMoved = addMonths(dates.isoDay(appeal.registeredAt), 1) !== dates.isoDay(appeal.dueAt);
  const month = isMoved
    ? 'Місяць від дня реєстрації закінчується у вихідний, тому строк'
    : 'Місяць від дня реєстрації –';
  return [received, registered, `${month} до ${dates.fullDay(appeal.dueAt)} включно (стаття 20 ${LAW}).`];
}
