import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { BROADCAST_STATUSES } from '../domain/broadcast.js';
import type { Broadcasts } from '../services/broadcasts/broadcasts.js';
import { broadcastSchemas } from '../services/broadcasts/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { broadcastJson, toBroadcastJson } from './broadcast-json.js';
import {
  changeBody,
  conflict,
  idParams,
  jsonAnswer,
  jsonBody,
  noQuery,
  notFound,
  pageOf,
  pageQuery,
  refusals,
} from './schema.js';

const PATH = '/api/v1/broadcasts';

const listRoute = createRoute({
  method: 'get',
  path: PATH,
  summary: 'Broadcasts, newest first',
  middleware: permit('read'),
  request: { query: z.strictObject({ ...pageQuery, status: z.enum(BROADCAST_STATUSES).optional() }) },
  responses: { 200: jsonAnswer(pageOf(broadcastJson), 'One page'), ...refusals },
});

const getRoute = createRoute({
  method: 'get',
  path: `${PATH}/{id}`,
  summary: 'One broadcast with its live counts',
  middleware: permit('read'),
  request: { params: idParams, query: noQuery },
  responses: { 200: jsonAnswer(broadcastJson, 'The broadcast'), ...refusals, ...notFound },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: 'Delete a draft',
  middleware: permit('broadcasts.write'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Deleted' }, ...refusals, ...notFound, ...conflict },
});

/** Writing and reading broadcasts. What happens to them afterwards is in `broadcast-actions.ts`. */
export function addBroadcastRoutes(
  api: OpenAPIHono<WebEnv>,
  broadcasts: Broadcasts,
  allowLoopbackMedia: boolean,
): void {
  const schemas = broadcastSchemas(allowLoopbackMedia);
  const createRouteOf = createRoute({
    method: 'post',
    path: PATH,
    summary: 'Write a broadcast: a draft until it is approved',
    description:
      '`text` knows paragraphs, `**bold**`, `_italic_`, `[words](https://…)` and lists. Without `audience.topics` everybody active gets it. `delivery` is `instant` (everybody at once; the default of `announcement` and `alert`) or `digest` (people with a daily digest get it there, at 18:00 by default). `of` is a broadcast that has ended: only those whom it missed get this one, with `includeUnknown` also those of whom it is not known.',
    middleware: permit('broadcasts.write'),
    request: { query: noQuery, body: jsonBody(schemas.input) },
    responses: { 201: jsonAnswer(broadcastJson, 'The draft'), ...refusals, ...conflict },
  });
  const changeRoute = createRoute({
    method: 'patch',
    path: `${PATH}/{id}`,
    summary: 'Change a draft',
    middleware: permit('broadcasts.write'),
    request: { params: idParams, query: noQuery, body: changeBody(schemas.changes) },
    responses: { 200: jsonAnswer(broadcastJson, 'The draft'), ...refusals, ...notFound, ...conflict },
  });

  api.openapi(createRouteOf, async (c) => {
    const view = await broadcasts.create(c.req.valid('json'), c.get('actor'));
    return c.json(toBroadcastJson(view), 201);
  });
  api.openapi(listRoute, async (c) => {
    const { items, nextCursor } = await broadcasts.list(c.req.valid('query'));
    return c.json({ items: items.map(toBroadcastJson), nextCursor }, 200);
  });
  api.openapi(getRoute, async (c) => {
    return c.json(toBroadcastJson(await broadcasts.get(c.req.valid('param').id)), 200);
  });
  api.openapi(changeRoute, async (c) => {
    const view = await broadcasts.update(c.req.valid('param').id, c.req.valid('json'), c.get('actor'));
    return c.json(toBroadcastJson(view), 200);
  });
  api.openapi(deleteRoute, async (c) => {
    await broadcasts.remove(c.req.valid('param').id, c.get('actor'));
    return c.body(null, 204);
  });
}
