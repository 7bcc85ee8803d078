import { Types } from 'mongoose';
import type { AudienceRule, Broadcast } from '../../../src/domain/broadcast.js';
import type { ChannelId } from '../../../src/domain/channel-id.js';
import type { DeliveryStatus } from '../../../src/domain/delivery.js';
import { createAudience } from '../../../src/services/broadcasts/audience.js';
import { createPlanner } from '../../../src/services/broadcasts/planner.js';
import { createBroadcastStore } from '../../../src/storage/broadcasts/broadcast-store.js';
import { deliveryModel } from '../../../src/storage/broadcasts/delivery-model.js';
import { createDeliveryStore } from '../../../src/storage/broadcasts/delivery-store.js';
import { createLinkStore } from '../../../src/storage/broadcasts/link-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createOutboxStore } from '../../../src/storage/outbox/outbox-store.js';
import { subscriberModel } from '../../../src/storage/subscribers/subscriber-model.js';
import { createSubscriberStore } from '../../../src/storage/subscribers/subscriber-store.js';
import { aDatabase } from '../../support/database.js';
import { sendingBroadcast } from '../../support/new-broadcast.js';

/** The stores a broadcast lives in, on a real database, with a clock that the test moves. */
export async function aCity() {
  const database = await aDatabase();
  const { connection } = database;
  const clock = { at: new Date('2026-11-23T09:00:00Z') };
  const real = () => clock.at;
  const broadcasts = createBroadcastStore(connection);
  const deliveries = createDeliveryStore(connection);
  const subscribers = createSubscriberStore(connection, real);
  const outbox = createOutboxStore(connection);
  const links = createLinkStore(connection);
  await ensureIndexes(connection);
  const audience = createAudience({ subscribers, missed: deliveries });
  const planner = createPlanner({
    store: broadcasts,
    audience,
    addressesPerRequest: (channel) => (channel === 'viber' ? 300 : 1),
    markPublication: async () => undefined,
    clocks: { now: real, real },
    timeZone: 'Europe/Kyiv',
  });
  const Delivery = deliveryModel(connection);

  return {
    connection,
    clock,
    broadcasts,
    deliveries,
    subscribers,
    outbox,
    links,
    audience,
    planner,
    Delivery,
    close: database.close,
    /** An empty city for the next test */
    async clear() {
      for (const model of Object.values(connection.models)) await model.deleteMany({});
    },
    passSeconds(seconds: number) {
      clock.at = new Date(clock.at.getTime() + seconds * 1_000);
    },
    /** `count` active people of one messenger. @returns their ids, in order */
    async people(channel: ChannelId, count: number, from = 0): Promise<string[]> {
      const addresses = Array.from({ length: count }, (_, index) => `${channel}-${from + index}`);
      await subscribers.importBatch(
        addresses.map((address) => ({ channel, address })),
        clock.at,
      );
      const found = await subscriberModel(connection)
        .find({ channel, address: { $in: addresses } }, { _id: 1 })
        .sort({ _id: 1 })
        .lean();
      return found.map(({ _id }) => _id.toHexString());
    },
    async aBroadcast(audienceRule: AudienceRule = {}, content: Partial<Broadcast> = {}): Promise<Broadcast> {
      return broadcasts.insert(sendingBroadcast(clock.at, { audience: audienceRule, ...content }));
    },
    async plan(broadcast: Broadcast): Promise<void> {
      while (!(await planner.plan(broadcast, new AbortController().signal, () => undefined)));
    },
    /** Ends a row as the sender would */
    async end({ id }: Broadcast, subscriberId: string, status: DeliveryStatus, code: string | null = null) {
      const handed = ['sent', 'delivered', 'seen'].includes(status) ? { handedAt: clock.at } : {};
      await Delivery.updateOne(
        { broadcastId: new Types.ObjectId(id), subscriberId: new Types.ObjectId(subscriberId) },
        { $set: { status, code, at: clock.at, ...handed } },
      );
    },
    /** Subscriber id → status and code of every row */
    async rows({ id }: Broadcast): Promise<Record<string, string>> {
      const rows = await Delivery.find({ broadcastId: new Types.ObjectId(id) }).lean();
      return Object.fromEntries(
        rows.map((row) => [row.subscriberId.toHexString(), [row.status, row.code].filter(Boolean).join(' ')]),
      );
    },
  };
}

export type City = Awaited<ReturnType<typeof aCity>>;
