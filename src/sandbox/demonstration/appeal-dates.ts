import { dueOf } from '../../domain/terms/due.js';
import { registrationOf } from '../../domain/terms/office.js';
import { addDays, addMonths, endOfLocalDay, localDay, localMoment } from '../../lib/city-time.js';
import { officeOf } from '../../services/appeals/office.js';
import { DEFAULT_SETTINGS } from '../../services/settings/defaults.js';
import type { AppealStory } from './appeal-stories.js';

/** When an appeal came, was registered and must be answered. */
export interface AppealDates {
  readonly receivedAt: Date;
  readonly registeredAt: Date;
  readonly dueAt: Date | undefined;
}

/** The longest and the shortest that one month, moved off a weekend, can be from the last day back. */
const MONTH_DAYS = { longest: 35, shortest: 26 } as const;

/** Dates of a story told today, by the same rules that real appeals follow. */
export function datesOf(story: AppealStory, now: Date, timeZone: string): AppealDates {
  const today = localDay(now, timeZone);
  if (story.daysAgo === 'month') return dueToday(story, today, timeZone);
  return datesFrom(addDays(today, -story.daysAgo), story, timeZone);
}

/**
 * Some days are the last day of no appeal (a weekend; the 31st after a month of 30): then the term is set to
 * today, as the head may shorten it.
 */
function dueToday(story: AppealStory, today: string, timeZone: string): AppealDates {
  for (let back = MONTH_DAYS.longest; back >= MONTH_DAYS.shortest; back -= 1) {
    const dates = datesFrom(addDays(today, -back), story, timeZone);
    if (dates.dueAt && localDay(dates.dueAt, timeZone) === today) return dates;
  }
  return { ...datesFrom(addMonths(today, -1), story, timeZone), dueAt: endOfLocalDay(today, timeZone) };
}

function datesFrom(day: string, story: AppealStory, timeZone: string): AppealDates {
  const [hour, minute] = story.at;
  const receivedAt = localMoment(day, { hour, minute }, timeZone);
  if (story.door === 'anonymous') return { receivedAt, registeredAt: receivedAt, dueAt: undefined };
  const office = officeOf(DEFAULT_SETTINGS, timeZone);
  const { registeredAt } = registrationOf(receivedAt, office);
  return { receivedAt, registeredAt, dueAt: dueOf('appeal', registeredAt, office)?.dueAt };
}
