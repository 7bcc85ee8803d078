import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isReportMonth } from '../../domain/report/month.js';
import { DOCX_TYPE, documentName } from '../../services/reports/documents.js';
import { attachment } from '../../web/content-disposition.js';
import type { WebEnv } from '../../web/env.js';
import type { ConsoleParts } from '../parts.js';
import { askedVersion } from './report-address.js';

/** `/reports/{YYYY-MM}/letter.docx`: the paper for Word, in the version the address asks for. */
export function reportDocumentRoute({ reports, documents }: ConsoleParts): Hono<WebEnv> {
  return new Hono<WebEnv>().get('/:month/letter.docx', async (c) => {
    const month = c.req.param('month');
    if (!isReportMonth(month)) throw new HTTPException(404, { message: 'Звіту за такий місяць немає.' });
    const view = await reports.read(month, askedVersion(c.req.query('version')));
    return c.body(await documents.letterDocx(view), 200, {
      'Content-Type': DOCX_TYPE,
      'Content-Disposition': attachment(documentName(month)),
    });
  });
}
