import type { HolidayKind } from '../../domain/holidays/holiday.js';

/** What kind of day it is, truthfully: only the Labour Code and the state make a state's holiday. */
export const HOLIDAY_KIND_WORDS: Readonly<Record<HolidayKind, string>> = {
  labour: 'свято, Кодекс законів про працю',
  state: 'свято, встановлене державою',
  prof: 'професійне свято',
  intl: 'міжнародний день',
  memory: 'день пам’яті',
  church: 'церковне свято',
  custom: 'свято за звичаєм',
  local: 'місцевий день',
};

const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'] as const;

/** «ср» for an ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayWord(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}
