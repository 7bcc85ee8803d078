import { type Connection, Types } from 'mongoose';
import { countedStatus } from '../../domain/delivery.js';
import type { PersonReading } from '../../services/my-data/ports.js';
import { callBackModel } from '../appeals/call-back-store.js';
import { deliveryModel } from '../broadcasts/delivery-model.js';
import { inboxModel } from '../inbox-store.js';
import { messageModel } from '../outbox/message-model.js';
import { broadcastIds } from './broadcast-ids.js';

const CALLS_MAX = 50;

/** What a copy of a person's data tells beside the profile and the appeals. */
export function createPersonReading(connection: Connection): PersonReading {
  const CallBack = callBackModel(connection);
  const Message = messageModel(connection);
  const Inbox = inboxModel(connection);

  return {
    async callsOf(subscriberId) {
      const rows = await CallBack.find({ subscriberId }).sort({ _id: -1 }).limit(CALLS_MAX).lean();
      return rows.map(({ _id, phone, askedAt }) => ({ id: _id.toHexString(), subscriberId, phone, askedAt }));
    },

    async countsOf({ id, channel, address }) {
      const [messages, updates, deliveries] = await Promise.all([
        Message.countDocuments({ channel, address }),
        Inbox.countDocuments({ channel, person: address, queue: 'residents' }),
        deliveriesOf(id),
      ]);
      return { ...deliveries, messages, updates };
    },
  };

  async function deliveriesOf(subscriberId: string) {
    const person = new Types.ObjectId(subscriberId);
    const counted: Record<string, number> = {};
    let lastDeliveryAt: Date | undefined;
    for await (const ids of broadcastIds(connection)) {
      const rows = await deliveryModel(connection)
        .find({ broadcastId: { $in: ids }, subscriberId: person }, { status: 1, at: 1 })
        .lean();
      for (const { status, at } of rows) {
        const shown = countedStatus(status);
        counted[shown] = (counted[shown] ?? 0) + 1;
        if (at && !(lastDeliveryAt && lastDeliveryAt >= at)) lastDeliveryAt = at;
      }
    }
    return { deliveries: counted, lastDeliveryAt };
  }
}
