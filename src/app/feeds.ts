import type { Connection } from 'mongoose';
import { isLoopback } from '../config/sandbox-mode.js';
import type { Config } from '../config.js';
import { createFeedReader, FEED_FETCH_LIMITS } from '../feeds/feed-reader.js';
import { guardedFetch } from '../lib/guarded-fetch.js';
import { type AddressRule, publicWebOnly } from '../lib/guarded-lookup.js';
import type { Feeds } from '../services/feeds/feeds.js';
import { createFeeds, type FeedsDeps } from '../services/feeds/service.js';
import type { Staff } from '../services/staff/staff.js';
import { createFeedItemStore } from '../storage/publications/feed-item-store.js';
import { createFeedStore } from '../storage/publications/feed-store.js';

export interface AppFeedsDeps
  extends Pick<FeedsDeps, 'publications' | 'broadcasts' | 'topics' | 'audit' | 'now' | 'log'> {
  readonly config: Config;
  readonly connection: Connection;
  readonly accounts: Pick<Staff['accounts'], 'get'>;
  /** Looks under way end with the service */
  readonly stopping: AbortSignal;
}

/** Feeds of the web; in the sandbox also of this machine, so that they can be tried without a site. */
export function createAppFeeds({ config, connection, accounts, stopping, ...deps }: AppFeedsDeps): Feeds {
  const isAllowedAddress = config.sandbox ? webOrThisMachine : publicWebOnly;
  return createFeeds({
    ...deps,
    store: createFeedStore(connection),
    items: createFeedItemStore(connection),
    reader: createFeedReader({
      fetch: (url, headers) =>
        guardedFetch(url, { ...FEED_FETCH_LIMITS, headers, isAllowedAddress, signal: stopping }),
      timeZone: config.cityTimeZone,
    }),
    async actorOf(staffId) {
      const account = await accounts.get(staffId);
      return account?.active
        ? { kind: 'staff', id: account.id, name: account.name, roles: account.roles }
        : undefined;
    },
  });
}

const webOrThisMachine: AddressRule = (address, port) => isLoopback(address) || publicWebOnly(address, port);
