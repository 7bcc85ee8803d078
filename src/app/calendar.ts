import { randomUUID } from 'node:crypto';
import type { Clocks } from '../lib/clocks.js';
import type { Audit } from '../services/audit/audit.js';
import type { Broadcasts } from '../services/broadcasts/broadcasts.js';
import { createCityCalendar } from '../services/greetings/city-calendar.js';
import { createGreetings } from '../services/greetings/greetings.js';
import type { Publications } from '../services/publications/publications.js';
import type { Settings } from '../services/settings/settings.js';
import type { Stores } from './stores.js';

/** The city's holidays, and the greetings that they open. */
export function createCalendarServices(deps: {
  readonly stores: Stores;
  readonly broadcasts: Broadcasts;
  readonly publications: Publications;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly timeZone: string;
}) {
  const { stores, clocks } = deps;
  const calendar = createCityCalendar({
    ...deps,
    store: stores.holidays,
    greetings: stores.greetings,
    randomId: randomUUID,
  });
  return {
    calendar,
    greetings: createGreetings({ ...deps, store: stores.greetings, calendar, now: clocks.now }),
  };
}
