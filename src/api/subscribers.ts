import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CHANNEL_IDS } from '../domain/channel-id.js';
import { LOCALES } from '../domain/locale.js';
import { SUBSCRIBER_STATUSES, type Subscriber } from '../domain/subscriber.js';
import type { Subscriptions } from '../services/subscriptions/subscriptions.js';
import { topicSchema } from '../services/topics/input.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { jsonAnswer, noQuery, pageOf, pageQuery, refusals } from './schema.js';

const subscriberJson = z
  .strictObject({
    id: z.string(),
    channel: z.enum(CHANNEL_IDS),
    address: z.string().openapi({ description: 'Telegram chat id or Viber user id' }),
    name: z.string().nullable(),
    locale: z.enum(LOCALES),
    status: z.enum(SUBSCRIBER_STATUSES),
    topics: z.array(z.string()).openapi({ description: 'Ids of topics, see the settings' }),
    createdAt: z.iso.datetime(),
  })
  .openapi('Subscriber');

const channelStats = z.strictObject({ active: z.int(), stopped: z.int(), unreachable: z.int() });
const statsJson = z.strictObject({ telegram: channelStats, viber: channelStats }).openapi('SubscriberStats');

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/subscribers',
  summary: 'Subscribers, oldest first',
  middleware: permit('read'),
  request: {
    query: z.strictObject({
      ...pageQuery,
      channel: z.enum(CHANNEL_IDS).optional(),
      status: z.enum(SUBSCRIBER_STATUSES).optional(),
      topic: topicSchema.optional(),
    }),
  },
  responses: { 200: jsonAnswer(pageOf(subscriberJson), 'One page'), ...refusals },
});

const statsRoute = createRoute({
  method: 'get',
  path: '/api/v1/subscribers/stats',
  summary: 'How many subscribers there are in each messenger',
  middleware: permit('read'),
  request: { query: noQuery },
  responses: { 200: jsonAnswer(statsJson, 'Counts'), ...refusals },
});

/** Who receives messages. The import is in `subscribers-import.ts`. */
export function addSubscriberRoutes(api: OpenAPIHono<WebEnv>, subscriptions: Subscriptions): void {
  api.openapi(listRoute, async (c) => {
    const { items, nextCursor } = await subscriptions.list(c.req.valid('query'));
    return c.json({ items: items.map(toJson), nextCursor }, 200);
  });
  api.openapi(statsRoute, async (c) => c.json(await subscriptions.stats(), 200));
}

function toJson(subscriber: Subscriber): z.infer<typeof subscriberJson> {
  const { id, channel, address, name, locale, status, topics, createdAt } = subscriber;
  return {
    id,
    channel,
    address,
    name: name ?? null,
    locale,
    status,
    topics: [...topics],
    createdAt: createdAt.toISOString(),
  };
}
