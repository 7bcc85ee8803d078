import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Config } from '../config.js';
import type { ChannelId } from '../domain/channel-id.js';
import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import type { createPictures } from '../media/pictures.js';
import type { Audit } from '../services/audit/audit.js';
import { createAmendmentPlanner } from '../services/broadcasts/amendment-planner.js';
import { createAnalytics } from '../services/broadcasts/analytics.js';
import { createAudience } from '../services/broadcasts/audience.js';
import { createDeliveries } from '../services/broadcasts/deliveries.js';
import { BroadcastDriver } from '../services/broadcasts/driver.js';
import { createHeld } from '../services/broadcasts/held.js';
import { createReadChange } from '../services/broadcasts/message-change.js';
import { createReadCurrent } from '../services/broadcasts/newest.js';
import { createPlanner } from '../services/broadcasts/planner.js';
import { createRules } from '../services/broadcasts/rules.js';
import { createSendable } from '../services/broadcasts/sendable.js';
import { createBroadcasts } from '../services/broadcasts/service.js';
import { createTrialRecipients } from '../services/broadcasts/trial-recipients.js';
import { isFormOpen } from '../services/dialogue/form-open.js';
import { createDigestContent } from '../services/digest/content.js';
import { Digests } from '../services/digest/digest.js';
import { createReadDigestEdit } from '../services/digest/edit.js';
import { createSentMarks } from '../services/publications/sent-marks.js';
import type { Settings } from '../services/settings/settings.js';
import { createTemplates } from '../services/templates/service.js';
import type { Topics } from '../services/topics/topics.js';
import { createViberPrice } from '../services/viber-price/viber-price.js';
import { createDigestStore } from '../storage/broadcasts/digest-store.js';
import type { createMessageStore } from '../storage/outbox/message-store.js';
import { createBroadcastContents } from './broadcast-contents.js';
import type { ConnectedChannel } from './channels.js';
import type { Nudges } from './nudges.js';
import type { Stores } from './stores.js';

export interface BroadcastServicesDeps {
  readonly connection: Connection;
  readonly config: Pick<Config, 'publicUrl' | 'cityTimeZone'>;
  readonly stores: Stores;
  readonly channels: readonly ConnectedChannel[];
  readonly settings: Settings;
  readonly topics: Topics;
  readonly messages: ReturnType<typeof createMessageStore>;
  readonly pictures: ReturnType<typeof createPictures>;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly nudges: Nudges;
  /** See `ServicesDeps` */
  readonly page: (broadcastId: string) => string | undefined;
  readonly log: Logger;
}

/** Broadcasts from the draft to the account of who got them, and the digests made of them. */
export function createBroadcastServices(deps: BroadcastServicesDeps) {
  const { config, connection, stores, settings, topics, messages, audit, clocks, nudges, log } = deps;
  const { subscribers } = stores;
  const timeZone = config.cityTimeZone;
  const channels = deps.channels.map(({ channel }) => channel);
  const rules = createRules(settings, timeZone);
  const organisation = async () => (await settings.get()).organisation;
  const { contentOf, contentIn } = createBroadcastContents({
    publicUrl: config.publicUrl,
    page: deps.page,
    timeZone,
  });
  const audience = createAudience({ subscribers, missed: stores.deliveries });
  const viberPrice = createViberPrice({ settings, audience, charges: stores.charges, real: clocks.real });
  const addressesPerRequest = (id: ChannelId) =>
    channels.find((channel) => channel.id === id)?.limits.addressesPerRequest ?? 1;
  const planner = createPlanner({
    store: stores.broadcasts,
    audience,
    addressesPerRequest,
    markPublication: createSentMarks(
      stores.publications,
      channels.map(({ id }) => id),
    ),
    clocks,
    timeZone,
  });
  const amendmentPlanner = createAmendmentPlanner({
    store: stores.broadcasts,
    reached: stores.reached,
    addressesPerRequest,
    clocks,
  });
  const sendable = createSendable({ store: stores.broadcasts, rules, now: clocks.now });
  const ofDigests = {
    store: createDigestStore(connection),
    broadcast: createReadCurrent(stores.broadcasts),
    contentOf: createDigestContent({
      ...{ contentOf, organisation, timeZone },
      topics: topics.list,
      page: deps.page,
    }),
  };
  const digests = new Digests({ ...ofDigests, messages, subscribers, sendable, clocks, log });
  return {
    broadcasts: createBroadcasts({
      store: stores.broadcasts,
      links: stores.links,
      audience,
      subscribers,
      pictures: deps.pictures,
      topics,
      publications: stores.publications,
      messages,
      channels,
      silentUntil: stores.outbox.pausedUntil,
      contentOf,
      contentIn,
      audit,
      rules,
      viberPrice,
      clocks,
      randomId: randomUUID,
      nudge: nudges.broadcasts,
    }),
    contentIn,
    change: createReadChange({
      store: stores.broadcasts,
      contentOf,
      digest: createReadDigestEdit(ofDigests),
    }),
    viberPrice,
    held: createHeld({ subscribers, isFormOpen, clocks, timeZone }),
    sendable,
    digests,
    driver: new BroadcastDriver({
      store: stores.broadcasts,
      planner,
      amendmentPlanner,
      digests,
      rules,
      audit,
      clocks,
      nudgeSenders: nudges.senders,
      log,
    }),
    templates: createTemplates({ store: stores.templates, topics, audit }),
    trialRecipients: createTrialRecipients({ store: stores.trialRecipients, subscribers, audit }),
    analytics: createAnalytics({
      broadcasts: stores.broadcasts,
      deliveries: stores.deliveries,
      links: stores.links,
    }),
    deliveries: createDeliveries({
      broadcasts: stores.broadcasts,
      store: stores.deliveries,
      subscribers,
      audit,
    }),
  };
}
