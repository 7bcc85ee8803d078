import { localDay } from '../../lib/city-time.js';
import { type Office, officeDayAfter } from './office.js';

/** Our own promise, no law's: working days within which it is decided about an answer that did not help. */
const REVIEW_WORKING_DAYS = 3;

/** The last day to tell the citizen what was decided about an answer that did not help, `YYYY-MM-DD`. */
export function reviewDayOf(ratedAt: Date, office: Office): string {
  return officeDayAfter(office, localDay(ratedAt, office.timeZone), REVIEW_WORKING_DAYS);
}
