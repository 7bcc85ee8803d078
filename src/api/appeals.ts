import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { APPEAL_CATEGORIES, APPEAL_STATUSES } from '../domain/appeal.js';
import { APPEAL_CHANNELS } from '../domain/appeal-channel.js';
import type { Appeals } from '../services/appeals/appeals.js';
import { appealNumber } from '../services/appeals/input.js';
import { plainText } from '../services/plain-text.js';
import type { WebEnv } from '../web/env.js';
import {
  appealItemJson,
  appealJson,
  lostAnswerJson,
  toAppealItemJson,
  toAppealJson,
  toLostAnswerJson,
} from './appeal-json.js';
import { permit } from './authenticate.js';
import { jsonAnswer, noQuery, notFound, pageOf, pageQuery, refusals } from './schema.js';

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/appeals',
  summary: 'The moderation queue: nearest due date first',
  middleware: permit('read'),
  request: {
    query: z.strictObject({
      ...pageQuery,
      status: z.enum(APPEAL_STATUSES).optional(),
      channel: z.enum(APPEAL_CHANNELS).optional(),
      department: z.string().min(1).max(100).optional(),
      overdue: z
        .enum(['true', 'false'])
        .transform((text) => text === 'true')
        .optional()
        .openapi({ type: 'boolean' }),
      category: z.enum(APPEAL_CATEGORIES).optional(),
      dueUntil: z.iso
        .datetime({ offset: true })
        .transform((text) => new Date(text))
        .optional()
        .openapi({ type: 'string', format: 'date-time', description: 'Unanswered and due by then' }),
      q: plainText(200).min(1).optional(),
    }),
  },
  responses: { 200: jsonAnswer(pageOf(appealItemJson), 'One page'), ...refusals },
});

const lostAnswersRoute = createRoute({
  method: 'get',
  path: '/api/v1/lost-answers',
  summary: 'Answers no messenger brought: somebody is to telephone or write, nearest due date first',
  middleware: permit('read'),
  request: { query: noQuery },
  responses: { 200: jsonAnswer(pageOf(lostAnswerJson), 'All of the last 90 days, at most 200'), ...refusals },
});

const getRoute = createRoute({
  method: 'get',
  path: '/api/v1/appeals/{number}',
  summary: 'One appeal with messages, notes and history',
  middleware: permit('read'),
  request: { params: z.object({ number: appealNumber }), query: noQuery },
  responses: { 200: jsonAnswer(appealJson, 'The appeal'), ...refusals, ...notFound },
});

/** Reading appeals. What staff do with them is in `appeal-actions.ts`. */
export function addAppealRoutes(api: OpenAPIHono<WebEnv>, appeals: Appeals): void {
  api.openapi(listRoute, async (c) => {
    const { department: departmentId, ...filter } = c.req.valid('query');
    const { items, nextCursor } = await appeals.list({ ...filter, departmentId }, c.get('actor'));
    return c.json({ items: items.map(toAppealItemJson), nextCursor }, 200);
  });
  api.openapi(lostAnswersRoute, async (c) => {
    const lost = await appeals.lostAnswers('everybody', c.get('actor'));
    return c.json({ items: lost.map(toLostAnswerJson), nextCursor: null }, 200);
  });
  api.openapi(getRoute, async (c) => {
    return c.json(toAppealJson(await appeals.get(c.req.valid('param').number, c.get('actor'))), 200);
  });
}
