import type { Broadcast } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Audit } from '../audit/audit.js';
import type { Pictures } from '../files/pictures.js';
import type { Channel } from '../outbox/channel.js';
import type { Messages } from '../outbox/messages.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { ViberPrice } from '../viber-price/viber-price.js';
import { createAmending } from './amending.js';
import { createApproval } from './approval.js';
import type { Audience } from './audience.js';
import type { Broadcasts } from './broadcasts.js';
import { createCorrections } from './corrections.js';
import { createCounts } from './counts.js';
import { createCourse } from './course.js';
import { createDrafts, type DraftsDeps } from './drafts.js';
import type { LinkStore } from './links.js';
import { createRecall } from './recall.js';
import type { ReadRules } from './rules.js';
import { createSteps } from './steps.js';
import type { BroadcastStore } from './store.js';
import { createTrial } from './trial.js';
import { createViews, type ViewDeps } from './view.js';

export interface BroadcastsDeps {
  readonly store: BroadcastStore;
  readonly links: Pick<LinkStore, 'keep'>;
  readonly audience: Pick<Audience, 'count' | 'tally'>;
  readonly subscribers: Pick<SubscriberStore, 'find'>;
  readonly pictures: Pictures;
  readonly topics: DraftsDeps['topics'];
  readonly publications: DraftsDeps['publications'];
  readonly messages: Messages;
  readonly channels: readonly Channel[];
  readonly silentUntil: ViewDeps['silentUntil'];
  readonly contentOf: (broadcast: Broadcast, locale: Locale) => OutgoingContent;
  /** The same as a messenger brings it: a correction may be a message of its own there */
  readonly contentIn: (broadcast: Broadcast, channel: ChannelId, locale: Locale) => OutgoingContent;
  readonly audit: Audit;
  readonly rules: ReadRules;
  readonly viberPrice: Pick<ViberPrice, 'month' | 'ofBroadcast'>;
  readonly clocks: Clocks;
  readonly randomId: () => string;
  /** A status changed: the driver and the senders should look */
  readonly nudge: () => void;
}

/** The use cases of a broadcast. */
export function createBroadcasts(deps: BroadcastsDeps): Broadcasts {
  const { store, clocks } = deps;
  const counts = createCounts(store, clocks.real);
  const steps = createSteps(deps);
  const { viewOf, viewsOf } = createViews({ ...deps, counts });
  const amending = createAmending({ ...deps, steps });
  const shared = { ...deps, ...clocks, counts, steps, viewOf, amending };

  return {
    ...createDrafts(shared),
    ...createApproval(shared),
    ...createCourse(shared),
    ...createTrial(shared),
    ...createCorrections(shared),
    ...createRecall(shared),

    get: async (id) => viewOf(await steps.found(id)),

    async list(request) {
      const page = await store.list(request);
      return { items: await viewsOf(page.items), nextCursor: page.nextCursor };
    },
  };
}
