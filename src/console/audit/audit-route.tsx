import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { csvStream } from '../../lib/csv.js';
import { linesStream } from '../../lib/lines-stream.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import { PAGE_SIZE, pagerModel } from '../components/pager.js';
import { keptQuery } from '../list-query.js';
import type { ConsoleParts } from '../parts.js';
import { settingsFrame } from '../settings/settings-page.js';
import { createCityDates } from '../words/dates.js';
import { CSV_HEADER, csvRows, jsonLines } from './audit-file.js';
import { parseAuditQuery, toAuditFilter } from './audit-filter.js';
import { auditLine, chainNotice } from './audit-model.js';
import { AuditView } from './audit-view.js';

/** Accounts and tokens offered in the filter; a council has fewer. */
const ACTORS_MAX = 200;

/** `/audit`: every change, for the head and administrators; the same as a file; whether it is whole. */
export function auditRoute(parts: ConsoleParts): Hono<WebEnv> {
  const { auditReading } = parts;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);

  return new Hono<WebEnv>()
    .use('/audit/*', allow('audit.read'))
    .use('/audit.csv', allow('audit.read'))
    .use('/audit.ndjson', allow('audit.read'))
    .get('/audit', (c) => page(c, 200))
    .post('/audit/verify', async (c) => {
      const report = await auditReading.verify(currentSession(c).actor);
      return page(c, 200, chainNotice(report));
    })
    .get('/audit.csv', async (c) => {
      const lines = await asked(c);
      const { names } = await actors();
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="audit.csv"');
      return c.body(csvStream(CSV_HEADER, csvRows(lines, names)));
    })
    .get('/audit.ndjson', async (c) => {
      const lines = await asked(c);
      c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="audit.ndjson"');
      return c.body(linesStream(jsonLines(lines)));
    });

  function asked(c: Context<WebEnv>) {
    const filter = toAuditFilter(parseAuditQuery(c.req.query()), parts.timeZone);
    return auditReading.export(filter, currentSession(c).actor);
  }

  async function page(c: Context<WebEnv>, status: ContentfulStatusCode, notice?: NoticeModel) {
    const { actor, csrfToken } = currentSession(c);
    const query = parseAuditQuery(c.req.query());
    const { cursor } = query;
    const filter = toAuditFilter(query, parts.timeZone);
    const [{ items, nextCursor }, { names, options }] = await Promise.all([
      auditReading.list({ ...filter, cursor, limit: PAGE_SIZE }, actor),
      actors(),
    ]);
    const search = new URLSearchParams(keptQuery(query)).toString();
    return c.html(
      <ConsolePage {...settingsFrame(c, parts)} title="Журнал змін">
        <AuditView
          lines={items.map((entry) => auditLine(entry, names, dates))}
          query={query}
          actors={options}
          search={search === '' ? '' : `?${search}`}
          pager={pagerModel('/audit', keptQuery(query), cursor, nextCursor)}
          secrets={{ csrfToken, requestId: parts.randomId() }}
          notice={notice}
        />
      </ConsolePage>,
      status,
    );
  }

  /** Those who act, for the filter; their names and those of departments, for the lines. */
  async function actors() {
    const [accounts, tokens, departments] = await Promise.all([
      parts.staff.accounts.list({ limit: ACTORS_MAX }),
      parts.staff.apiTokens.list({ limit: ACTORS_MAX }),
      parts.departments.list(),
    ]);
    const named = [...accounts.items, ...tokens.items].map(({ id, name }) => [id, name] as const);
    return {
      names: new Map([...departments.map(({ id, name }) => [id, name] as const), ...named]),
      options: named.map(([value, label]) => ({ value, label })),
    };
  }
}
