import { addDays, weekdayOf } from '../lib/city-time.js';
import { holidaysOf } from './holidays/calendar.js';

/**
 * Which days are worked. `ordinary`: holidays of Labour Code art. 73 are days off, and one that falls on a day off
 * moves it to the next working day (art. 67). `martial-law`: only Saturday and Sunday are days off (Law 2136-IX).
 */
export type WorkingCalendar = 'ordinary' | 'martial-law';

/** From this day on the calendar of martial law answers. */
const MARTIAL_LAW_FROM = '2022-02-24';

/**
 * The calendar in force on a day.
 *
 * @param day `YYYY-MM-DD`
 * @param martialLawUntil its last day; undefined while it lasts
 */
export function calendarOn(day: string, martialLawUntil?: string): WorkingCalendar {
  const isOver = martialLawUntil !== undefined && day > martialLawUntil;
  return day < MARTIAL_LAW_FROM || isOver ? 'ordinary' : 'martial-law';
}

/** Whether the day is worked; by the calendar in force on it when none is given. */
export function isWorkingDay(day: string, calendar: WorkingCalendar = calendarOn(day)): boolean {
  return !isWeekend(day) && (calendar === 'martial-law' || !isHolidayOrMovedTo(day));
}

/** Working days between two days, neither of them counted. */
export function workingDaysBetween(from: string, to: string, calendar?: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The working day that comes `count` working days after a day; the day itself is not counted. */
export function workingDayAfter(day: string, count: number): string {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

/** Holidays next to each other and the days they move to are never further apart than this. */
const LOOK_BACK_DAYS = 14;

function isHolidayOrMovedTo(day: string): boolean {
  if (isLabourHoliday(day)) return true;
  let lost = 0;
  for (let before = addDays(day, -LOOK_BACK_DAYS); before < day; before = addDays(before, 1)) {
    if (isLabourHoliday(before)) lost += isWeekend(before) ? 1 : 0;
    else if (!isWeekend(before) && lost > 0) lost -= 1;
  }
  return lost > 0;
}

function isWeekend(day: string): boolean {
  return weekdayOf(day) > 5;
}

function isLabourHoliday(day: string): boolean {
  return labourHolidays(Number(day.slice(0, 4))).has(day);
}

/** By year: counting a term asks for the same years again and again. */
const known = new Map<number, ReadonlySet<string>>();

function labourHolidays(year: number): ReadonlySet<string> {
  const holidays =
    known.get(year) ??
    new Set(holidaysOf(year).flatMap(({ holiday, date }) => (holiday.kind === 'labour' ? [date] : [])));
  known.set(year, holidays);
  return holidays;
}
