import type { Appeal } from '../../domain/appeal.js';
import { OPEN_APPEAL_STATUSES } from '../../domain/appeal.js';
import { pluralForm } from '../../domain/plural.js';
import type { CityDates } from './dates.js';
import { DAYS, plural } from './plural.js';

/** How near the due day is: decides the colour, while the words carry the meaning. */
export type DueUrgency = 'none' | 'calm' | 'soon' | 'today' | 'overdue';

export interface DueWords {
  readonly urgency: DueUrgency;
  /** «прострочено на 3 дні», «сьогодні», «залишилося 5 днів» */
  readonly words: string;
}

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
