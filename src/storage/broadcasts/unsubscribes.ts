import type { Connection, Types } from 'mongoose';
import { UNSUBSCRIBE_WINDOW_MS } from '../../domain/delivery.js';
import { broadcastModel } from './broadcast-model.js';
import { deliveryModel } from './delivery-model.js';

/** Broadcasts looked at: far more than a city sends within the window. */
const RECENT_BROADCASTS = 200;
/** People looked up at once: with the broadcasts, some thousands of keys of one index. */
const PEOPLE = 20;

/**
 * People leave: notes it on the last broadcast's message each of them got, if that was within the window. A person
 * counts for one broadcast at most; a repeat changes nothing but the minute.
 */
export async function noteUnsubscribes(
  connection: Connection,
  people: readonly Types.ObjectId[],
  at: Date,
): Promise<void> {
  const recent = await broadcastModel(connection)
    .find({ startedAt: { $exists: true }, amends: { $exists: false } }, { _id: 1 })
    .sort({ startedAt: -1 })
    .limit(RECENT_BROADCASTS)
    .lean();
  const Delivery = deliveryModel(connection);
  for (let from = 0; from < people.length; from += PEOPLE) {
    const got = await Delivery.find(
      {
        broadcastId: { $in: recent.map(({ _id }) => _id) },
        subscriberId: { $in: people.slice(from, from + PEOPLE) },
        handedAt: { $gt: new Date(at.getTime() - UNSUBSCRIBE_WINDOW_MS) },
      },
      { subscriberId: 1 },
    )
      .sort({ handedAt: 1 })
      .lean();
    // In the order of sending: the last one of each person stays in the map.
    const last = new Map(got.map(({ subscriberId, _id }) => [subscriberId.toHexString(), _id]));
    await Delivery.updateMany({ _id: { $in: [...last.values()] } }, { $set: { leftAt: at } });
  }
}
