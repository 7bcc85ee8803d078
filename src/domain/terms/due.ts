import { addDays, addMonths, endOfLocalDay, localDay } from '../../lib/city-time.js';
import { type Office, officeDayAfter, officeDayFrom } from './office.js';
import { type Clock, ruleOn, type TermLength, type TermRule } from './rules.js';

const HOUR_MS = 3_600_000;

/** A term that runs, and how its end was found. */
export interface Due {
  readonly rule: TermRule;
  readonly registeredAt: Date;
  /** 23:59:59 of the last day in the city's time; of a term in hours the very moment */
  readonly dueAt: Date;
  /** The last day before it moved off a day off, `YYYY-MM-DD`; the last day itself where nothing moved */
  readonly countedTo: string;
  /** The last day, `YYYY-MM-DD` */
  readonly lastDay: string;
}

/**
 * When a term ends that runs from this registration. The day of registration is not counted. A month is a month of
 * the calendar (31 January → the last day of February); a last day off moves to the next working day, and a term in
 * hours moves nowhere.
 *
 * @returns undefined where no law set such a term on that day
 */
export function dueOf(clock: Clock, registeredAt: Date, office: Office): Due | undefined {
  const { timeZone } = office;
  const from = localDay(registeredAt, timeZone);
  const rule = ruleOn(clock, from);
  if (!rule) return undefined;
  const { length } = rule;
  if (length.unit === 'hours') {
    const dueAt = new Date(registeredAt.getTime() + length.count * HOUR_MS);
    const lastDay = localDay(dueAt, timeZone);
    return { rule, registeredAt, dueAt, countedTo: lastDay, lastDay };
  }
  const countedTo = countDays(from, length.unit, length.count, office);
  const lastDay = officeDayFrom(office, countedTo);
  return { rule, registeredAt, dueAt: endOfLocalDay(lastDay, timeZone), countedTo, lastDay };
}

function countDays(
  from: string,
  unit: Exclude<TermLength['unit'], 'hours'>,
  count: number,
  office: Office,
): string {
  if (unit === 'months') return addMonths(from, count);
  return unit === 'days' ? addDays(from, count) : officeDayAfter(office, from, count);
}
