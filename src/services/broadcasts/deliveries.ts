import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { Audit } from '../audit/audit.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { DeliveryFilter, DeliveryStore, DeliveryView, ReasonCount } from './delivery-store.js';
import type { BroadcastStore } from './store.js';

/** Rows of one page when all are read. */
const EXPORT_PAGE = 1_000;
/** People whom one search finds at most. */
const SEARCH_MAX = 200;

/** "Who got it, who did not, why." All but `all` and `names` throw Refusal when there is no such broadcast. */
export interface Deliveries {
  page(broadcastId: string, request: PageRequest & DeliveryFilter): Promise<Page<DeliveryView>>;
  /** Every row, in the order of `page`, without holding them in memory */
  all(broadcastId: string, filter: DeliveryFilter): AsyncIterable<DeliveryView>;
  /** The same to be taken away as a file, which the audit tells */
  export(broadcastId: string, filter: DeliveryFilter, actor: Actor): Promise<AsyncIterable<DeliveryView>>;
  reasons(broadcastId: string): Promise<readonly ReasonCount[]>;
  /** Names of the people of some rows, by subscriber id, where one is known */
  names(rows: readonly DeliveryView[]): Promise<ReadonlyMap<string, string>>;
}

export interface DeliveriesDeps {
  readonly broadcasts: Pick<BroadcastStore, 'get'>;
  readonly store: DeliveryStore;
  readonly subscribers: Pick<SubscriberStore, 'search' | 'namesOf'>;
  readonly audit: Audit;
}

export function createDeliveries({ broadcasts, store, subscribers, audit }: DeliveriesDeps): Deliveries {
  return {
    async page(broadcastId, request) {
      await known(broadcastId);
      const { cursor, limit, ...filter } = request;
      return store.page(broadcastId, { ...(await toStoreFilter(filter)), cursor, limit });
    },

    all,

    async export(broadcastId, filter, actor) {
      // A stream can refuse only before it begins.
      await known(broadcastId);
      await audit.record({ actor, action: 'broadcast.export', subject: broadcastId });
      return all(broadcastId, filter);
    },

    async reasons(broadcastId) {
      await known(broadcastId);
      return store.reasons(broadcastId);
    },

    names: (rows) => subscribers.namesOf(rows.map(({ subscriberId }) => subscriberId)),
  };

  async function* all(broadcastId: string, filter: DeliveryFilter): AsyncGenerator<DeliveryView> {
    const chosen = await toStoreFilter(filter);
    let cursor: string | undefined;
    do {
      const page = await store.page(broadcastId, { ...chosen, cursor, limit: EXPORT_PAGE });
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  async function known(id: string): Promise<string> {
    if (await broadcasts.get(id)) return id;
    throw new Refusal('notFound', 'broadcast.unknown', 'Такої розсилки немає.');
  }

  async function toStoreFilter({ q, ...filter }: DeliveryFilter) {
    return q === undefined ? filter : { ...filter, subscriberIds: await subscribers.search(q, SEARCH_MAX) };
  }
}
