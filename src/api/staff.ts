import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ROLES } from '../domain/role.js';
import type { Accounts, StaffView } from '../services/staff/accounts.js';
import { staffInput } from '../services/staff/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import {
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

const PATH = '/api/v1/staff';

const staffJson = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    position: z.string(),
    roles: z.array(z.enum(ROLES)),
    active: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Staff');

const addedJson = z.strictObject({
  id: z.string(),
  link: z
    .string()
    .openapi({ description: 'Where the person chooses a password: valid once, for 60 minutes' }),
});

const addRoute = createRoute({
  method: 'post',
  path: PATH,
  summary: 'Add a colleague',
  middleware: permit('staff.manage'),
  request: { query: noQuery, body: jsonBody(staffInput) },
  responses: { 201: jsonAnswer(addedJson, 'The account and its link'), ...refusals, ...conflict },
});

const listRoute = createRoute({
  method: 'get',
  path: PATH,
  summary: 'Colleagues, oldest first',
  middleware: permit('staff.manage'),
  request: { query: z.strictObject(pageQuery) },
  responses: { 200: jsonAnswer(pageOf(staffJson), 'One page'), ...refusals },
});

const removeRoute = createRoute({
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: 'Take a colleague’s access away',
  middleware: permit('staff.manage'),
  request: { params: idParams, query: noQuery },
  responses: {
    204: { description: 'Signed out everywhere, for good' },
    ...refusals,
    ...notFound,
    ...conflict,
  },
});

/** Accounts of the council's staff. */
export function addStaffRoutes(api: OpenAPIHono<WebEnv>, accounts: Accounts): void {
  api.openapi(addRoute, async (c) => c.json(await accounts.add(c.req.valid('json'), c.get('actor')), 201));
  api.openapi(listRoute, async (c) => {
    const { items, nextCursor } = await accounts.list(c.req.valid('query'));
    return c.json({ items: items.map(toJson), nextCursor }, 200);
  });
  api.openapi(removeRoute, async (c) => {
    await accounts.remove(c.req.valid('param').id, c.get('actor'));
    return c.body(null, 204);
  });
}

function toJson({
  id,
  email,
  name,
  position,
  roles,
  active,
  createdAt,
}: StaffView): z.infer<typeof staffJson> {
  return { id, email, name, position, roles: [...roles], active, createdAt: createdAt.toISOString() };
}
