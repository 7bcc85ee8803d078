import { addDays, weekdayOf } from '../../lib/city-time.js';
import { orthodoxEaster } from './easter.js';
import type { HolidayRule } from './holiday.js';

/**
 * The day that the rule gives in a year.
 *
 * @returns `YYYY-MM-DD`; undefined when the year has no such day (29 February)
 */
export function dateOfRule(rule: HolidayRule, year: number): string | undefined {
  switch (rule.on) {
    case 'fixed':
      return existing(dayOf(year, rule.month, rule.day));
    case 'nth': {
      const first = dayOf(year, rule.month, 1);
      return addDays(first, daysUntil(rule.weekday, weekdayOf(first)) + 7 * (rule.nth - 1));
    }
    case 'last': {
      const last = addDays(dayOf(rule.month === 12 ? year + 1 : year, (rule.month % 12) + 1, 1), -1);
      return addDays(last, -daysUntil(weekdayOf(last), rule.weekday));
    }
    case 'easter':
      return addDays(orthodoxEaster(year), rule.offsetDays);
  }
}

/** Days from one weekday to the next other one, 0–6. */
function daysUntil(weekday: number, from: number): number {
  return (weekday - from + 7) % 7;
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `Date` carries 30 February over into March: such a day does not exist. */
function existing(day: string): string | undefined {
  return addDays(day, 0) === day ? day : undefined;
}
