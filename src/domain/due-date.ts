import { addMonths, endOfLocalDay, localDay } from '../lib/city-time.js';
import { workingDayFrom } from './office-hours.js';

/**
 * The last moment to answer: one calendar month from registration (31 January → the last day of February),
 * moved off Saturday and Sunday, 23:59:59 by the city's clock.
 *
 * @see Law 393/96-ВР «Про звернення громадян», article 20
 */
export function dueDateOf(registeredAt: Date, timeZone: string): Date {
  const lastDay = workingDayFrom(addMonths(localDay(registeredAt, timeZone), 1));
  return endOfLocalDay(lastDay, timeZone);
}
