import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { QUARANTINE_REASONS } from '../domain/suspicion.js';
import type { Appeals } from '../services/appeals/appeals.js';
import { blockInput } from '../services/appeals/input.js';
import type { WebEnv } from '../web/env.js';
import { addAppealAction, noFields } from './appeal-action.js';
import { appealItemJson, toAppealItemJson } from './appeal-json.js';
import { permit } from './authenticate.js';
import { jsonAnswer, pageOf, pageQuery, refusals } from './schema.js';

const heldItem = appealItemJson.extend({
  reason: z
    .enum(QUARANTINE_REASONS)
    .describe('An invitation into a chat, an «easy job», or a blocked sender'),
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/quarantine',
  summary: 'Messages that a person is to look at before they become appeals, newest first',
  middleware: permit('read'),
  request: { query: z.strictObject(pageQuery) },
  responses: { 200: jsonAnswer(pageOf(heldItem), 'One page'), ...refusals },
});

/** What was kept from the register, what a person decides about it, and whose messages are looked at first. */
export function addQuarantineRoutes(api: OpenAPIHono<WebEnv>, appeals: Appeals): void {
  api.openapi(listRoute, async (c) => {
    const request = { ...c.req.valid('query'), quarantined: true };
    const { items, nextCursor } = await appeals.list(request, c.get('actor'));
    const held = items.flatMap((page) =>
      page.appeal.quarantine ? { ...toAppealItemJson(page), reason: page.appeal.quarantine } : [],
    );
    return c.json({ items: held, nextCursor }, 200);
  });
  addAppealAction(
    api,
    'release',
    'It is an appeal after all: registered as of the moment it was received',
    noFields,
    ({ number, actor }) => appeals.release(number, actor),
  );
  addAppealAction(
    api,
    'mark-spam',
    'It is no appeal: closed without an answer, kept, and `release` can take it back',
    noFields,
    ({ number, actor }) => appeals.markSpam(number, actor),
  );
  addAppealAction(
    api,
    'block',
    'New messages of its citizen are looked at first, for so many days; the citizen is not told',
    blockInput,
    async ({ number, body, actor }) => {
      await appeals.block(number, body, actor);
      return appeals.get(number, actor);
    },
  );
  addAppealAction(
    api,
    'unblock',
    'End the block of its citizen before its time',
    noFields,
    async ({ number, actor }) => {
      await appeals.unblock(number, actor);
      return appeals.get(number, actor);
    },
  );
}
