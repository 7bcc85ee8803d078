import type { Locale } from '../../domain/locale.js';
import { atClock, dayAndMonth, legalDate } from '../../domain/ukrainian-date.js';
import { localClock, localDay } from '../../lib/city-time.js';
import type { Scene } from './scene.js';

/** «23 грудня 2026 року»: a date in a legal notice. */
export function fullDate(scene: Scene, date: Date): string {
  return fullDay(scene, localDay(date, scene.context.timeZone));
}

/**
 * The same for a calendar day.
 *
 * @param day `YYYY-MM-DD`
 */
export function fullDay({ locale }: Pick<Scene, 'locale'>, day: string): string {
  return locale === 'uk' ? legalDate(day) : `${englishDay(day)} ${day.slice(0, 4)}`;
}

/** «23 грудня» within the current year, the full date of another one. */
export function shortDate(scene: Scene, date: Date): string {
  return shortDay(scene, localDay(date, scene.context.timeZone));
}

/**
 * The same for a calendar day.
 *
 * @param day `YYYY-MM-DD`
 */
export function shortDay({ locale, context }: Scene, day: string): string {
  const year = day.slice(0, 4);
  const thisYear = year === localDay(context.now, context.timeZone).slice(0, 4);
  if (thisYear) return dayAndMonthIn(locale, day);
  return fullDay({ locale }, day);
}

/**
 * «23 листопада», `23 November`.
 *
 * @param day `YYYY-MM-DD`
 */
export function dayAndMonthIn(locale: Locale, day: string): string {
  return locale === 'uk' ? dayAndMonth(day) : englishDay(day);
}

/** «14:35» */
export function clock(scene: Scene, date: Date): string {
  return localClock(date, scene.context.timeZone);
}

/** «о 14:35», `at 14:35` */
export function atTime(scene: Scene, date: Date): string {
  return atClockIn(scene.locale, clock(scene, date));
}

/**
 * «8:00»: an hour of every day.
 *
 * @param time `HH:MM`
 */
export function hour(time: string): string {
  return time.replace(/^0/u, '');
}

/** «о 9:15», `at 9:15` */
export function atHour({ locale }: Scene, time: string): string {
  return atClockIn(locale, hour(time));
}

function atClockIn(locale: Locale, time: string): string {
  return locale === 'uk' ? atClock(time) : `at ${time}`;
}

function englishDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);
}
