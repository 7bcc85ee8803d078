import type { Departure } from '../../domain/departure.js';
import { atClock } from '../../domain/ukrainian-date.js';
import type { CityDates } from './dates.js';

const REASONS: Readonly<Record<NonNullable<Departure['reason']>, string>> = {
  undo: 'доти затвердження можна забрати',
  schedule: 'так заплановано',
  'quiet-hours': 'тихі години',
  silence: 'хвилина мовчання',
};

/** When a broadcast leaves and what it waits for: «о 08:00: тихі години», «завтра о 10:00: так заплановано». */
export function departureWords({ at, reason }: Departure, dates: CityDates): string {
  return reason === undefined ? 'одразу' : `${whenWords(at, dates)}: ${REASONS[reason]}`;
}

/** «о 14:35», «завтра о 08:00», «25 листопада о 08:00» */
export function whenWords(at: Date, dates: CityDates): string {
  const clock = atClock(dates.clock(at));
  const days = dates.daysUntil(at);
  if (days === 0) return clock;
  return days === 1 ? `завтра ${clock}` : `${dates.day(at)} ${clock}`;
}
