import { calendarOn, type WorkingCalendar, workingDayAfter, workingDaysBetween } from './working-days.js';

/**
 * Full working days for which a draft act must be public before it is considered, by when it was published.
 *
 * @see Law 2939-VI «Про доступ до публічної інформації», art. 15 part 3; ten since Law 890-IX of 15.09.2020
 */
const REQUIRED_DAYS = [
  { from: '2020-09-15', days: 10 },
  { from: '0000-01-01', days: 20 },
] as const;

/** Whether a draft is public long enough before the session that is to decide on it. */
export interface DraftNotice {
  readonly requiredDays: number;
  /** In force on the day of publication */
  readonly calendar: WorkingCalendar;
  /** Full working days between publication and session, by the calendar in force */
  readonly fullDays: number;
  /** The same by the other calendar, for those who ask */
  readonly otherCalendarDays: number;
  /** First working day on which a session may lawfully consider it, `YYYY-MM-DD` */
  readonly earliestSessionOn: string;
  readonly isBreached: boolean;
}

/**
 * Counts the days of a draft: that of publication and that of the session are not full ones.
 *
 * @param publishedOn `YYYY-MM-DD`
 * @param sessionOn `YYYY-MM-DD`
 */
export function draftNotice(publishedOn: string, sessionOn: string): DraftNotice {
  const requiredDays = REQUIRED_DAYS.find(({ from }) => publishedOn >= from)?.days ?? REQUIRED_DAYS[0].days;
  const calendar = calendarOn(publishedOn);
  const other = calendar === 'ordinary' ? 'martial-law' : 'ordinary';
  const fullDays = workingDaysBetween(publishedOn, sessionOn);
  return {
    requiredDays,
    calendar,
    fullDays,
    otherCalendarDays: workingDaysBetween(publishedOn, sessionOn, other),
    earliestSessionOn: workingDayAfter(workingDayAfter(publishedOn, requiredDays), 1),
    isBreached: fullDays < requiredDays,
  };
}
