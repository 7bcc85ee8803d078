import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isReportMonth } from '../../domain/report/month.js';
import { DOCX_TYPE, documentName, type ReportPart } from '../../services/reports/documents.js';
import type { ReportView } from '../../services/reports/reports.js';
import { attachment } from '../../web/content-disposition.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import type { ConsoleParts } from '../parts.js';
import { askedVersion } from './report-address.js';

/** `/reports/{YYYY-MM}/letter.docx` and `/appendices.docx`: for Word, in the version the address asks for. */
export function reportDocumentRoute({ reports, documents }: ConsoleParts): Hono<WebEnv> {
  async function send(
    c: Context<WebEnv>,
    part: ReportPart,
    write: (view: ReportView) => Promise<Uint8Array<ArrayBuffer>>,
  ) {
    const month = c.req.param('month') ?? '';
    if (!isReportMonth(month)) throw new HTTPException(404, { message: 'Звіту за такий місяць немає.' });
    const version = askedVersion(c.req.query('version'));
    const view = await reports.read(month, version, currentSession(c).actor);
    return c.body(await write(view), 200, {
      'Content-Type': DOCX_TYPE,
      'Content-Disposition': attachment(documentName(part, month)),
    });
  }

  return new Hono<WebEnv>()
    .get('/:month/letter.docx', (c) => send(c, 'letter', documents.letterDocx))
    .get('/:month/appendices.docx', (c) => send(c, 'appendices', documents.appendicesDocx));
}
