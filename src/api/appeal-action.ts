import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Actor } from '../domain/role.js';
import type { AppealPage } from '../services/appeals/appeals.js';
import { appealNumber } from '../services/appeals/input.js';
import { StaleConversation } from '../services/appeals/refusals.js';
import type { WebEnv } from '../web/env.js';
import { appealJson, toAppealJson } from './appeal-json.js';
import { permit } from './authenticate.js';
import { problem } from './problem.js';
import { requestIdOf } from './repeated-request.js';
import { conflict, jsonAnswer, noQuery, notFound, refusals } from './schema.js';

/** One action on one appeal, as it was asked for. */
export interface AppealAction<Body> {
  readonly number: string;
  readonly body: Body;
  readonly actor: Actor;
  /** The same for a repeated request; undefined without an Idempotency-Key */
  readonly requestId: string | undefined;
}

/** Adds `POST /api/v1/appeals/{number}/<action>`, which answers the appeal as it stands then. */
export function addAppealAction<Schema extends z.ZodType>(
  api: OpenAPIHono<WebEnv>,
  action: string,
  summary: string,
  schema: Schema,
  perform: (request: AppealAction<z.output<Schema>>) => Promise<AppealPage>,
): void {
  const content = { 'application/json': { schema: schema as z.ZodType } };
  const route = createRoute({
    method: 'post',
    path: `/api/v1/appeals/{number}/${action}`,
    summary,
    middleware: permit('appeals.write'),
    request: {
      params: z.object({ number: appealNumber }),
      query: noQuery,
      body: { content, required: content['application/json'].schema !== noFields },
    },
    responses: { 200: jsonAnswer(appealJson, 'The appeal'), ...refusals, ...notFound, ...conflict },
  });
  api.openapi(route, async (c) => {
    // The route's own middleware has parsed both by these schemas.
    const body = c.req.valid('json' as never) as z.output<Schema>;
    const { number } = c.req.valid('param' as never) as { number: string };
    try {
      const page = await perform({ number, body, actor: c.get('actor'), requestId: requestIdOf(c) });
      return c.json(toAppealJson(page), 200);
    } catch (error) {
      if (error instanceof StaleConversation) return staleProblem(c, error) as never; // a 409 of `conflict`
      throw error;
    }
  });
}

/** Actions that need nothing but the appeal. */
export const noFields = z.strictObject({});

/** 409 with what the writer had not seen; what `GET …/appeals/{number}` then shows is all. */
function staleProblem(c: Context, { code, message, newMessages }: StaleConversation): Response {
  const news = newMessages.map(({ id, from, text, at }) => ({ id, from, text, at: at.toISOString() }));
  return problem(c, 409, { code, detail: message, newMessages: news });
}
