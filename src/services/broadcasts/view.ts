import type { Broadcast, BroadcastStatus } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { Channel } from '../outbox/channel.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import { appearanceOf } from './appearance.js';
import type { BroadcastView } from './broadcasts.js';
import type { createCounts } from './counts.js';

/** Statuses in which rows exist, or are about to. */
const PLANNED: readonly BroadcastStatus[] = ['sending', 'paused', 'finished', 'cancelled'];

export interface ViewDeps {
  readonly subscribers: Pick<SubscriberStore, 'countAudience'>;
  readonly channels: readonly Channel[];
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  readonly counts: ReturnType<typeof createCounts>;
}

export type ViewOf = (broadcast: Broadcast) => Promise<BroadcastView>;

/** A broadcast with what is counted and rendered for it at the moment. */
export function createViewOf({ subscribers, channels, contentOf, counts }: ViewDeps): ViewOf {
  return async (broadcast) => {
    const planned = PLANNED.includes(broadcast.status);
    const [tallied, audience] = await Promise.all([
      counts.of(broadcast),
      planned ? undefined : subscribers.countAudience(broadcast.audience),
    ]);
    const size = audience ?? {
      telegram: tallied.channels.telegram.total,
      viber: tallied.channels.viber.total,
    };
    return {
      ...broadcast,
      audienceSize: { total: size.telegram + size.viber, ...size },
      ...appearanceOf(broadcast, contentOf(broadcast, 'uk'), channels),
      ...tallied,
    };
  };
}
