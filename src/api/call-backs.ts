import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { CallBacks } from '../services/call-backs/call-backs.js';
import { finishCallInput } from '../services/call-backs/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { idParams, jsonAnswer, jsonBody, noQuery, notFound, pageOf, refusals } from './schema.js';

const callBackJson = z.strictObject({
  id: z.string(),
  subscriberId: z.string(),
  name: z.string().nullable().describe('As the person goes by in the messenger'),
  phone: z.string(),
  askedAt: z.iso.datetime(),
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/call-backs',
  summary: '«Подзвоніть мені»: calls not made yet, those asked for first before the others',
  middleware: permit('appeals.write'),
  request: { query: noQuery },
  responses: { 200: jsonAnswer(pageOf(callBackJson), 'All, at most 100'), ...refusals },
});

const finishRoute = createRoute({
  method: 'post',
  path: '/api/v1/call-backs/{id}/finish',
  summary: 'The call was made, or given up',
  middleware: permit('appeals.write'),
  request: { params: idParams, query: noQuery, body: jsonBody(finishCallInput) },
  responses: { 204: { description: 'Noted' }, ...refusals, ...notFound },
});

/** Calls that residents asked for. */
export function addCallBackRoutes(api: OpenAPIHono<WebEnv>, callBacks: CallBacks): void {
  api.openapi(listRoute, async (c) => {
    const open = await callBacks.open();
    const items = open.map(({ name = null, askedAt, ...call }) => ({
      ...call,
      name,
      askedAt: askedAt.toISOString(),
    }));
    return c.json({ items, nextCursor: null }, 200);
  });
  api.openapi(finishRoute, async (c) => {
    await callBacks.finish(c.req.valid('param').id, c.req.valid('json').note, c.get('actor'));
    return c.body(null, 204);
  });
}
