import { pluralForm } from '../../domain/plural.js';
import { dayAndMonth, legalDate } from '../../domain/ukrainian-date.js';
import { daysBetween, localDay, weekdayOf } from '../../lib/city-time.js';
import type { AppealPage } from '../../services/appeals/appeals.js';
import { speaker } from '../../services/dialogue/texts.js';
import { isOpen } from './progress.js';

const WEEKDAYS = ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя'] as const;
const DAYS = { one: 'день', few: 'дні', many: 'днів', other: 'дня' } as const;

/** From how many days before the due day it is shown as near: as in the console. */
const SOON_DAYS = 5;

/** «понеділок, 23 листопада 2026 року» */
export function fullDay(date: Date, timeZone: string): string {
  const day = localDay(date, timeZone);
  return `${WEEKDAYS[weekdayOf(day) - 1]}, ${legalDate(day)}`;
}

/** «7 днів» */
export function countDays(count: number): string {
  return `${count} ${pluralForm('uk', DAYS, count)}`;
}

export interface DueWords {
  readonly tone: 'calm' | 'soon' | 'overdue';
  readonly words: string;
}

/** What a card says about the term: «до 23 грудня», «сьогодні останній день», «прострочено на 3 дні», «надано відповідь». */
export function dueWords(page: AppealPage, now: Date, timeZone: string): DueWords {
  const { dueAt } = page.appeal;
  if (!isOpen(page)) return { tone: 'calm', words: speaker('uk')(`status.${page.appeal.status}`) };
  if (dueAt === undefined) return { tone: 'calm', words: 'без строку' };
  const dueDay = localDay(dueAt, timeZone);
  const days = daysBetween(localDay(now, timeZone), dueDay);
  if (days < 0) return { tone: 'overdue', words: `прострочено на ${countDays(-days)}` };
  if (days === 0) return { tone: 'soon', words: 'сьогодні останній день' };
  return { tone: days <= SOON_DAYS ? 'soon' : 'calm', words: `відповісти до ${dayAndMonth(dueDay)}` };
}
