import type { ChannelId } from '../domain/channel-id.js';
import type { BroadcastDriver } from '../services/broadcasts/driver.js';
import type { Digests } from '../services/digest/digest.js';
import type { PhotoFetcher } from '../services/publications/photo-fetcher.js';
import type { Bot } from './bot.js';

/** "Something new is there, look now": connects services that do not know each other. Harmless when missed. */
export interface Nudges {
  /** Rows are due in the outbox */
  readonly senders: () => void;
  /** A messenger's inbox has new rows */
  readonly inbox: (channel: ChannelId) => void;
  /** A broadcast changed its status */
  readonly broadcasts: () => void;
  /** Photos of publications wait to be fetched */
  readonly photos: () => void;
}

/** Nudges whose receivers are connected later, when they exist. */
export function createNudges() {
  let bots: ReadonlyMap<ChannelId, Bot> = new Map();
  let driver: Pick<BroadcastDriver, 'nudge'> | undefined;
  let digests: Pick<Digests, 'nudge'> | undefined;
  let photos: Pick<PhotoFetcher, 'nudge'> | undefined;
  const senders = () => {
    for (const bot of bots.values()) bot.nudgeSender();
  };
  const nudges: Nudges = {
    senders,
    inbox: (channel) => bots.get(channel)?.nudgeWorker(),
    broadcasts() {
      driver?.nudge();
      digests?.nudge();
      senders();
    },
    photos: () => photos?.nudge(),
  };
  return {
    nudges,
    connect(to: {
      readonly bots: ReadonlyMap<ChannelId, Bot>;
      readonly driver: Pick<BroadcastDriver, 'nudge'>;
      readonly digests: Pick<Digests, 'nudge'>;
      readonly photos: Pick<PhotoFetcher, 'nudge'>;
    }) {
      ({ bots, driver, digests, photos } = to);
    },
  };
}
