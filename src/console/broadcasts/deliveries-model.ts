import { z } from 'zod';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { COUNTED_STATUSES } from '../../domain/delivery.js';
import type { Page } from '../../lib/page.js';
import type { DeliveryFilter, DeliveryView } from '../../services/broadcasts/delivery-store.js';
import { reasonWords } from '../../services/outbox/reason-words.js';
import { pagerModel } from '../components/pager.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import { DELIVERY_WORDS } from '../words/delivery-words.js';
import { deliveriesHref } from './broadcast-model.js';
import type { DeliveriesModel, DeliveryRowModel } from './deliveries-table.js';

const filterSchema = z.object({
  status: z.enum([...COUNTED_STATUSES, '']).catch(''),
  channel: z.enum([...CHANNEL_IDS, '']).catch(''),
  code: z.string().max(100).catch(''),
  q: z.string().trim().max(100).catch(''),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type DeliveriesFilter = z.infer<typeof filterSchema>;

/** What the address asks of the table; a value nobody offered is taken as not given. */
export function parseDeliveriesFilter(query: Readonly<Record<string, string>>): DeliveriesFilter {
  return filterSchema.parse(query);
}

export function toDeliveryFilter({ status, channel, code, q }: DeliveriesFilter): DeliveryFilter {
  return {
    status: status || undefined,
    channel: channel || undefined,
    code: code || undefined,
    q: q || undefined,
  };
}

export function deliveriesModel(
  id: string,
  { cursor, ...filter }: DeliveriesFilter,
  page: Page<DeliveryView>,
  names: ReadonlyMap<string, string>,
  dates: CityDates,
): DeliveriesModel {
  const href = deliveriesHref(id);
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  return {
    href,
    csvHref: `${href}.csv?${new URLSearchParams(query)}`,
    ...filter,
    rows: page.items.map((row) => deliveryRowModel(row, names.get(row.subscriberId), dates)),
    pager: pagerModel(href, query, cursor, page.nextCursor),
  };
}

export function deliveryRowModel(
  { address, channel, status, code, at }: DeliveryView,
  name: string | undefined,
  dates: CityDates,
): DeliveryRowModel {
  return {
    name: name ?? '',
    address,
    channel: CHANNEL_WORDS[channel],
    status: DELIVERY_WORDS[status],
    reason: code === null ? '' : reasonWords(code),
    code: code ?? '',
    when: at === null ? '' : dates.moment(at),
  };
}
