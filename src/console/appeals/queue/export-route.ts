import { type Context, Hono } from 'hono';
import { endOfLocalDay, localDay } from '../../../lib/city-time.js';
import { csvStream } from '../../../lib/csv.js';
import { XLSX_TYPE } from '../../../services/appeals/tables.js';
import { attachment } from '../../../web/content-disposition.js';
import type { WebEnv } from '../../../web/env.js';
import { allow, currentSession } from '../../../web/session-cookie.js';
import type { ConsoleParts } from '../../parts.js';
import { createCityDates } from '../../words/dates.js';
import { parseQueueFilter, toAppealFilter } from './queue-filter.js';
import { REGISTER_HEADER, registerRows } from './register-table.js';

/** `/appeals/register.csv` and `.xlsx`: the appeals that the queue shows with the same address, all of them. */
export function exportRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { timeZone, clocks } = parts;
  const dates = createCityDates(timeZone, clocks.now);

  async function rows(c: Context<WebEnv>) {
    const { actor } = currentSession(c);
    const today = endOfLocalDay(localDay(clocks.now(), timeZone), timeZone);
    const filter = toAppealFilter(parseQueueFilter(c.req.query()), actor.id, today);
    return registerRows(await parts.appealExport.begin(filter, actor), dates);
  }

  return new Hono<WebEnv>()
    .get('/register.csv', allow('appeals.write'), async (c) =>
      c.body(csvStream(REGISTER_HEADER, await rows(c)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': attachment({ name: 'звернення.csv', latin: 'appeals.csv' }),
      }),
    )
    .get('/register.xlsx', allow('appeals.write'), async (c) =>
      c.body(await parts.writeXlsx(REGISTER_HEADER, await rows(c)), 200, {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': attachment({ name: 'звернення.xlsx', latin: 'appeals.xlsx' }),
      }),
    );
}
