import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { VERDICTS } from '../domain/appeal.js';
import { remarkOf } from '../domain/remarks.js';
import type { Appeals } from '../services/appeals/appeals.js';
import { COMMENTS_NAME, type WriteRemarks } from '../services/appeals/tables.js';
import type { Publications } from '../services/publications/publications.js';
import { DOCX_TYPE } from '../services/reports/documents.js';
import { attachment } from '../web/content-disposition.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { offeredType } from './offered-type.js';
import { problem } from './problem.js';
import { idParams, noQuery, notAcceptable, notFound, pageOf, refusals } from './schema.js';

const TYPES = ['application/json', DOCX_TYPE] as const;

const remarkJson = z
  .strictObject({
    number: z.string().openapi({ example: 'П-2026-000003' }),
    author: z.string(),
    text: z.string(),
    verdict: z.enum(VERDICTS).nullable(),
    reason: z.string(),
  })
  .openapi('DraftComment');

const commentsRoute = createRoute({
  method: 'get',
  path: '/api/v1/publications/{id}/comments',
  summary: 'Comments on a draft act as they are published, oldest first, at most 1,000',
  description:
    'JSON, or the table for Word as `Accept` asks. Whoever asked not to be made public is there by number only.',
  middleware: permit('appeals.write'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: {
      content: {
        'application/json': { schema: pageOf(remarkJson) },
        [DOCX_TYPE]: { schema: z.string().openapi({ format: 'binary' }) },
      },
      description: 'The comments',
    },
    ...refusals,
    ...notFound,
    ...notAcceptable,
  },
});

export interface DraftCommentParts {
  readonly publications: Pick<Publications, 'get'>;
  readonly appeals: Pick<Appeals, 'takeComments'>;
  readonly writeRemarks: WriteRemarks;
}

/** What residents said of a draft act. */
export function addDraftCommentRoute(
  api: OpenAPIHono<WebEnv>,
  { publications, appeals, writeRemarks }: DraftCommentParts,
): void {
  api.openapi(commentsRoute, async (c) => {
    c.header('Vary', 'Accept', { append: true });
    const type = offeredType(c, TYPES);
    if (type === undefined) return problem(c, 406, { detail: `Offered: ${TYPES.join(', ')}` });
    const { id, title, act } = await publications.get(c.req.valid('param').id);
    const remarks = (await appeals.takeComments(id, c.get('actor'))).map(({ appeal }) => remarkOf(appeal));
    if (type === 'application/json') {
      const items = remarks.map((remark) => ({ ...remark, verdict: remark.verdict ?? null }));
      return c.json({ items, nextCursor: null }, 200);
    }
    return c.body(await writeRemarks({ title, discussionUntil: act?.discussionUntil, remarks }), 200, {
      'Content-Type': DOCX_TYPE,
      'Content-Disposition': attachment(COMMENTS_NAME),
    });
  });
}
