import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import { deliveryRowModel, parseDeliveriesFilter, toDeliveryFilter } from './deliveries-model.js';
import type { DeliveryRowModel } from './deliveries-table.js';

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Rows joined into one write. */
const ROWS_PER_WRITE = 500;

const COLUMNS: readonly (readonly [string, keyof DeliveryRowModel])[] = [
  ['Адреса в месенджері', 'address'],
  ['Месенджер', 'channel'],
  ['Стан', 'status'],
  ['Причина', 'reason'],
  ['Код', 'code'],
  ['Коли', 'when'],
];

/** `/broadcasts/{id}/deliveries.csv`: every delivery of the filter, streamed, for a spreadsheet. */
export function csvRoute({ deliveries, timeZone, clocks }: ConsoleParts): Hono<WebEnv> {
  const dates = createCityDates(timeZone, clocks.now);
  return new Hono<WebEnv>().get('/:id/deliveries.csv', async (c) => {
    const filter = toDeliveryFilter(parseDeliveriesFilter(c.req.query()));
    const exported = await deliveries.export(c.req.param('id'), filter, currentSession(c).actor);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="deliveries.csv"');
    return stream(c, async (out) => {
      let lines = [BYTE_ORDER_MARK + COLUMNS.map(([title]) => cell(title)).join(';')];
      for await (const delivery of exported) {
        if (out.aborted) return;
        const row = deliveryRowModel(delivery, undefined, dates);
        lines.push(COLUMNS.map(([, key]) => cell(row[key])).join(';'));
        if (lines.length < ROWS_PER_WRITE) continue;
        await out.write(joined(lines));
        lines = [];
      }
      await out.write(joined(lines));
    });
  });
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join('');
}

/**
 * One quoted cell. A cell that starts like a formula gets an apostrophe: a spreadsheet would run it.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
