import { z } from 'zod';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { COUNTED_STATUSES } from '../../domain/delivery.js';
import type { Page } from '../../lib/page.js';
import type { DeliveryFilter, DeliveryView } from '../../services/broadcasts/broadcasts.js';
import { pagerModel } from '../components/pager.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import { DELIVERY_WORDS } from '../words/delivery-words.js';
import { broadcastHref } from './broadcast-model.js';
import type { DeliveriesModel, DeliveryRowModel } from './deliveries-table.js';

const filterSchema = z.object({
  status: z.enum([...COUNTED_STATUSES, '']).catch(''),
  channel: z.enum([...CHANNEL_IDS, '']).catch(''),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type DeliveriesFilter = z.infer<typeof filterSchema>;

/** What the address asks of the table; a value nobody offered is taken as not given. */
export function parseDeliveriesFilter(query: Readonly<Record<string, string>>): DeliveriesFilter {
  return filterSchema.parse(query);
}

export function toDeliveryFilter({ status, channel }: DeliveriesFilter): DeliveryFilter {
  return { status: status || undefined, channel: channel || undefined };
}

export function deliveriesModel(
  id: string,
  filter: DeliveriesFilter,
  page: Page<DeliveryView>,
  dates: CityDates,
): DeliveriesModel {
  const { status, channel, cursor } = filter;
  const query = { ...(status && { status }), ...(channel && { channel }) };
  const href = broadcastHref(id);
  return {
    href,
    csvHref: `${href}/deliveries.csv?${new URLSearchParams(query)}`,
    status,
    channel,
    rows: page.items.map((row) => deliveryRowModel(row, dates)),
    pager: pagerModel(href, query, cursor, page.nextCursor),
  };
}

export function deliveryRowModel(delivery: DeliveryView, dates: CityDates): DeliveryRowModel {
  return {
    address: delivery.address,
    channel: CHANNEL_WORDS[delivery.channel],
    status: DELIVERY_WORDS[delivery.status],
    code: delivery.code ?? '',
    when: delivery.at === null ? '' : dates.moment(delivery.at),
  };
}
