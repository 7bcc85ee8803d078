import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ROLES } from '../domain/role.js';
import type { ApiTokens, ApiTokenView } from '../services/staff/api-tokens.js';
import { apiTokenInput } from '../services/staff/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { idParams, jsonAnswer, jsonBody, noQuery, notFound, pageOf, pageQuery, refusals } from './schema.js';

const PATH = '/api/v1/tokens';

const fields = {
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  departments: z
    .array(z.string())
    .openapi({ description: 'Ids of the departments whose appeals it sees; empty: all' }),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().openapi({ description: 'To the minute; null: never used' }),
};
const tokenJson = z.strictObject(fields).openapi('ApiToken');
const createdJson = z
  .strictObject({ ...fields, token: z.string().openapi({ description: 'The secret, shown this once' }) })
  .openapi('NewApiToken');

const createTokenRoute = createRoute({
  method: 'post',
  path: PATH,
  summary: 'Create a token for an integration',
  middleware: permit('staff.manage'),
  request: { query: noQuery, body: jsonBody(apiTokenInput) },
  responses: { 201: jsonAnswer(createdJson, 'The token'), ...refusals },
});

const listRoute = createRoute({
  method: 'get',
  path: PATH,
  summary: 'Tokens, oldest first, without their secrets',
  middleware: permit('staff.manage'),
  request: { query: z.strictObject(pageQuery) },
  responses: { 200: jsonAnswer(pageOf(tokenJson), 'One page'), ...refusals },
});

const removeRoute = createRoute({
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: 'Revoke a token, at once',
  middleware: permit('staff.manage'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Revoked' }, ...refusals, ...notFound },
});

/** Tokens of integrations. */
export function addTokenRoutes(api: OpenAPIHono<WebEnv>, tokens: ApiTokens): void {
  api.openapi(createTokenRoute, async (c) => {
    const created = await tokens.create(c.req.valid('json'), c.get('actor'));
    return c.json({ ...toJson(created), token: created.token }, 201);
  });
  api.openapi(listRoute, async (c) => {
    const { items, nextCursor } = await tokens.list(c.req.valid('query'));
    return c.json({ items: items.map(toJson), nextCursor }, 200);
  });
  api.openapi(removeRoute, async (c) => {
    await tokens.remove(c.req.valid('param').id, c.get('actor'));
    return c.body(null, 204);
  });
}

function toJson({
  id,
  name,
  roles,
  departmentIds,
  createdAt,
  lastUsedAt,
}: ApiTokenView): z.infer<typeof tokenJson> {
  const departments = [...departmentIds];
  return {
    id,
    name,
    roles: [...roles],
    departments,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
