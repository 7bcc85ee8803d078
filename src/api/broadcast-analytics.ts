import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ReadAnalytics } from '../services/broadcasts/analytics.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { idParams, jsonAnswer, noQuery, notFound, refusals } from './schema.js';

const count = z.int().min(0);

const analyticsJson = z
  .strictObject({
    accepted: z
      .strictObject({ telegram: count, viber: count })
      .openapi({ description: 'Taken by the messenger; that somebody saw it is not said' }),
    delivered: count.openapi({ description: 'Viber only: reached a device' }),
    seen: count.openapi({ description: 'Viber only, an upper bound: the chat was opened since' }),
    handedOver: z
      .strictObject({ total: count, within10Seconds: count })
      .nullable()
      .openapi({ description: 'null while it is being sent' }),
    links: z
      .array(
        z.strictObject({
          url: z.string(),
          clicks: count,
          days: z.array(z.strictObject({ day: z.iso.date(), clicks: count })),
        }),
      )
      .openapi({ description: 'Openings of links, robots and previews among them; nobody is told apart' }),
    unsubscribed: count.openapi({
      description: 'People who left within 24 hours after this message, it being the last they got',
    }),
  })
  .openapi('BroadcastAnalytics', { description: 'Different measures: none is a share of another' });

const analyticsRoute = createRoute({
  method: 'get',
  path: '/api/v1/broadcasts/{id}/analytics',
  summary: 'What is known of the result',
  middleware: permit('read'),
  request: { params: idParams, query: noQuery },
  responses: { 200: jsonAnswer(analyticsJson, 'The figures'), ...refusals, ...notFound },
});

/** The result of a broadcast in figures. */
export function addBroadcastAnalyticsRoute(api: OpenAPIHono<WebEnv>, analytics: ReadAnalytics): void {
  api.openapi(analyticsRoute, async (c) => {
    const {
      accepted,
      delivered,
      seen,
      handedOver = null,
      ...rest
    } = await analytics(c.req.valid('param').id);
    const links = rest.links.map(({ url, clicks, days }) => ({ url, clicks, days: [...days] }));
    return c.json({ accepted, delivered, seen, handedOver, links, unsubscribed: rest.unsubscribed }, 200);
  });
}
