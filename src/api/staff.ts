import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ROLES } from '../domain/role.js';
import type { StaffView } from '../services/staff/accounts.js';
import { staffChange, staffInput } from '../services/staff/input.js';
import type { Staff } from '../services/staff/staff.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
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

const PATH = '/api/v1/staff';

const staffJson = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    position: z.string(),
    roles: z.array(z.enum(ROLES)),
    departments: z
      .array(z.string())
      .openapi({ description: 'Ids of the departments whose appeals the person works with; empty: all' }),
    secondFactor: z.boolean().openapi({ description: 'Signs in with a code of the phone' }),
    active: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Staff');
type StaffJson = z.infer<typeof staffJson>;

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

const changeRoute = createRoute({
  method: 'patch',
  path: `${PATH}/{id}`,
  summary: 'Change only what is given; rights change at once',
  middleware: permit('staff.manage'),
  request: { params: idParams, query: noQuery, body: changeBody(staffChange) },
  responses: { 200: jsonAnswer(staffJson, 'The account'), ...refusals, ...notFound, ...conflict },
});

const resetRoute = createRoute({
  method: 'delete',
  path: `${PATH}/{id}/second-factor`,
  summary: 'Take a colleague’s second factor off: the phone is lost',
  middleware: permit('staff.manage'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Off, and signed out everywhere' }, ...refusals, ...notFound },
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
export function addStaffRoutes(
  api: OpenAPIHono<WebEnv>,
  { accounts, secondFactor }: Pick<Staff, 'accounts' | 'secondFactor'>,
): void {
  async function toJson(members: readonly StaffView[]): Promise<StaffJson[]> {
    const protectedIds = await secondFactor.among(members.map(({ id }) => id));
    return members.map(({ id, email, name, position, active, departmentIds, roles, createdAt }) => ({
      id,
      email,
      name,
      position,
      active,
      roles: [...roles],
      departments: [...departmentIds],
      secondFactor: protectedIds.has(id),
      createdAt: createdAt.toISOString(),
    }));
  }

  api.openapi(addRoute, async (c) => c.json(await accounts.add(c.req.valid('json'), c.get('actor')), 201));
  api.openapi(listRoute, async (c) => {
    const { items, nextCursor } = await accounts.list(c.req.valid('query'));
    return c.json({ items: await toJson(items), nextCursor }, 200);
  });
  api.openapi(changeRoute, async (c) => {
    const changed = await accounts.change(c.req.valid('param').id, c.req.valid('json'), c.get('actor'));
    const [json] = await toJson([changed]);
    if (!json) throw new Error('one account gives one JSON');
    return c.json(json, 200);
  });
  api.openapi(resetRoute, async (c) => {
    await accounts.resetSecondFactor(c.req.valid('param').id, c.get('actor'));
    return c.body(null, 204);
  });
  api.openapi(removeRoute, async (c) => {
    await accounts.remove(c.req.valid('param').id, c.get('actor'));
    return c.body(null, 204);
  });
}
