import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CHANNEL_IDS } from '../domain/channel-id.js';
import { COUNTED_STATUSES } from '../domain/delivery.js';
import { csvStream } from '../lib/csv.js';
import type { Deliveries } from '../services/broadcasts/deliveries.js';
import type { DeliveryView } from '../services/broadcasts/delivery-store.js';
import type { WebEnv } from '../web/env.js';
import { permit } from './authenticate.js';
import { deliveryJson, toDeliveryJson } from './broadcast-json.js';
import { idParams, notFound, pageOf, pageQuery, refusals } from './schema.js';

const COLUMNS = ['subscriberId', 'channel', 'address', 'status', 'code', 'at'] as const;

const deliveriesRoute = createRoute({
  method: 'get',
  path: '/api/v1/broadcasts/{id}/deliveries',
  summary: 'Who got it, who did not, why',
  description:
    'JSON by pages; `Accept: text/csv` streams every row in one answer, without `cursor` and `limit`.',
  middleware: permit('read'),
  request: {
    params: idParams,
    query: z.strictObject({
      ...pageQuery,
      status: z.enum(COUNTED_STATUSES).optional(),
      channel: z.enum(CHANNEL_IDS).optional(),
    }),
  },
  responses: {
    200: {
      content: {
        'application/json': { schema: pageOf(deliveryJson) },
        'text/csv': { schema: z.string() },
      },
      description: 'One page, or the whole table',
    },
    ...refusals,
    ...notFound,
  },
});

/** The proof of a broadcast, row by row. */
export function addBroadcastDeliveryRoute(api: OpenAPIHono<WebEnv>, deliveries: Deliveries): void {
  api.openapi(deliveriesRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { status, channel, ...page } = c.req.valid('query');
    if (!/\btext\/csv\b/i.test(c.req.header('accept') ?? '')) {
      const { items, nextCursor } = await deliveries.page(id, { ...page, status, channel });
      return c.json({ items: items.map(toDeliveryJson), nextCursor }, 200);
    }
    const rows = toRows(await deliveries.export(id, { status, channel }, c.get('actor')));
    return c.body(csvStream(COLUMNS, rows), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="deliveries-${id}.csv"`,
    });
  });
}

async function* toRows(deliveries: AsyncIterable<DeliveryView>): AsyncGenerator<(string | null)[]> {
  for await (const delivery of deliveries) {
    const json = toDeliveryJson(delivery);
    yield COLUMNS.map((column) => json[column]);
  }
}
