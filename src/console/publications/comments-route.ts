import { Hono } from 'hono';
import { remarkOf } from '../../domain/remarks.js';
import { COMMENTS_NAME } from '../../services/appeals/tables.js';
import { DOCX_TYPE } from '../../services/reports/documents.js';
import { attachment } from '../../web/content-disposition.js';
import type { WebEnv } from '../../web/env.js';
import { allow, currentSession } from '../../web/session-cookie.js';
import type { ConsoleParts } from '../parts.js';

/** `/publications/{id}/comments.docx`: the table of comments on a draft act, as it is published. */
export function commentsRoute({
  publications,
  appeals,
  writeRemarks,
}: Pick<ConsoleParts, 'publications' | 'appeals' | 'writeRemarks'>): Hono<WebEnv> {
  return new Hono<WebEnv>().get('/:id/comments.docx', allow('appeals.write'), async (c) => {
    const { id, title, act } = await publications.get(c.req.param('id'));
    const pages = await appeals.takeComments(id, currentSession(c).actor);
    const remarks = pages.map(({ appeal }) => remarkOf(appeal));
    return c.body(await writeRemarks({ title, discussionUntil: act?.discussionUntil, remarks }), 200, {
      'Content-Type': DOCX_TYPE,
      'Content-Disposition': attachment(COMMENTS_NAME),
    });
  });
}
