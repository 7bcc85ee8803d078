import type { Analytics } from '../../../src/services/broadcasts/analytics.js';
import type { Deliveries } from '../../../src/services/broadcasts/deliveries.js';
import type { DeliveryFilter, DeliveryView } from '../../../src/services/broadcasts/delivery-store.js';

/** A finished broadcast's figures. */
export const SOME_ANALYTICS: Analytics = {
  accepted: { telegram: 1_200, viber: 600 },
  delivered: 580,
  seen: 410,
  handedOver: { total: 1_800, within10Seconds: 880 },
  links: [
    {
      url: 'https://nizhynrada.gov.ua/osvitlennya',
      clicks: 37,
      days: [{ day: '2026-11-23', clicks: 37 }],
    },
  ],
  unsubscribed: 3,
};

/** Deliveries in memory; `names` by subscriber id. */
export function fakeDeliveries(
  rows: readonly DeliveryView[] = [],
  names: ReadonlyMap<string, string> = new Map(),
): Deliveries {
  async function* all(_id: string, filter: DeliveryFilter) {
    yield* rows.filter(chosen(filter));
  }
  return {
    page: async (_id, filter) => ({ items: rows.filter(chosen(filter)), nextCursor: null }),
    all,
    export: async (id, filter) => all(id, filter),
    reasons: async () =>
      rows.flatMap(({ channel, status, code }) =>
        code === null ? [] : [{ channel, status, code, count: 1 }],
      ),
    names: async () => names,
  };
}

function chosen({ status, channel, code, q }: DeliveryFilter) {
  return (row: DeliveryView): boolean =>
    (status === undefined || status === row.status) &&
    (channel === undefined || channel === row.channel) &&
    (code === undefined || code === row.code) &&
    (q === undefined || q === row.address);
}
