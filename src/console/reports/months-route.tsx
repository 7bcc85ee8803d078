import { Hono } from 'hono';
import { monthBefore, type ReportMonth } from '../../domain/report/month.js';
import { localDay } from '../../lib/city-time.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { MonthsView } from './months-view.js';

/** Months shown while no year is chosen. */
const LAST_MONTHS = 12;

/** `/reports`: the last twelve months, or those of a chosen year, the newest first. */
export function monthsRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { reports, clocks, timeZone } = parts;
  const dates = createCityDates(timeZone, clocks.now);
  return new Hono<WebEnv>().get('/', async (c) => {
    const thisMonth = localDay(clocks.now(), timeZone).slice(0, 7);
    const years = yearsBetween(await reports.firstMonth(), thisMonth);
    const year = years.find((one) => String(one) === c.req.query('year'));
    const months = year === undefined ? lastMonths(thisMonth) : monthsOf(year, thisMonth);
    return c.html(
      <ConsolePage
        title="Звіти"
        session={currentSession(c)}
        isSandbox={parts.sandbox !== undefined}
        current="/reports"
        isNarrow
      >
        <MonthsView states={await reports.states(months)} years={years} year={year} dates={dates} />
      </ConsolePage>,
    );
  });
}

/** Newest first, both ends included; a publication may bear a day to come. */
function yearsBetween(first: ReportMonth, last: ReportMonth): number[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => to - index);
}

function lastMonths(newest: ReportMonth): ReportMonth[] {
  const months = [newest];
  while (months.length < LAST_MONTHS) months.push(monthBefore(months.at(-1) ?? newest));
  return months;
}

function monthsOf(year: number, newest: ReportMonth): ReportMonth[] {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(12 - index).padStart(2, '0')}`);
  return months.filter((month) => month <= newest);
}
