import type {
  Deliveries,
  DeliveryFilter,
  DeliveryView,
} from '../../../src/services/broadcasts/deliveries.js';

/** Deliveries in memory; `names` by subscriber id. */
export function fakeDeliveries(
  rows: readonly DeliveryView[] = [],
  names: ReadonlyMap<string, string> = new Map(),
): Deliveries {
  return {
    known: async (id) => id,
    page: async (_id, filter) => ({ items: rows.filter(chosen(filter)), nextCursor: null }),
    async *all(_id, filter) {
      yield* rows.filter(chosen(filter));
    },
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
