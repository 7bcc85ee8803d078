import { type Connection, Types } from 'mongoose';
import { leftCode } from '../domain/delivery.js';
import { groupBy } from '../lib/group-by.js';
import type { Digest, DigestStore } from '../services/digest/store.js';
import { type DeliveryDocument, deliveryModel } from './delivery-model.js';
import { messageModel } from './message-model.js';

/** Statuses that only a receipt changes. */
const ENDED = ['sent', 'delivered', 'seen', 'failed', 'unreachable', 'unknown', 'skipped'] as const;

type Row = Pick<DeliveryDocument, '_id' | 'subscriberId' | 'channel' | 'address' | 'locale' | 'broadcastId'>;

/** Digests in MongoDB: a row waits with `digestAt`, is tied by `digestKey`, and ends with the message of that key. */
export function createDigestStore(connection: Connection): DigestStore {
  const Delivery = deliveryModel(connection);
  const Message = messageModel(connection);

  return {
    async gather(broadcastIds, now, limit) {
      const due = {
        digestAt: { $lte: now },
        status: 'queued' as const,
        broadcastId: { $in: broadcastIds.map((id) => new Types.ObjectId(id)) },
      };
      const first = await Delivery.find(due, { subscriberId: 1 }).sort({ digestAt: 1 }).limit(limit).lean();
      const people = first.map(({ subscriberId }) => subscriberId);
      if (people.length === 0) return [];
      const rows = await Delivery.find({ ...due, subscriberId: { $in: people } })
        .sort({ _id: 1 })
        .lean();
      const tied = [...groupBy(rows, ({ subscriberId }) => subscriberId.toHexString()).values()].map(
        (of) => ({
          key: `digest:${of.at(-1)?._id.toHexString()}`,
          rows: of,
        }),
      );
      await Delivery.bulkWrite(
        tied.map(({ key, rows: of }) => ({
          updateMany: {
            filter: { _id: { $in: of.map(({ _id }) => _id) }, status: 'queued' },
            update: { $set: { digestKey: key }, $unset: { digestAt: 1 } },
          },
        })),
        { ordered: false },
      );
      return tied.flatMap(({ key, rows: of }) => toDigest(key, of));
    },

    async notQueued(afterKey, limit) {
      const groups = await Delivery.aggregate<{ _id: string }>([
        { $match: { digestKey: { $gt: afterKey ?? '' }, status: 'queued' } },
        { $group: { _id: '$digestKey' } },
        { $sort: { _id: 1 } },
        { $limit: limit },
      ]);
      const keys = groups.map(({ _id }) => _id);
      const queued = await Message.find({ key: { $in: keys } }, { key: 1 }).lean();
      const missing = keys.filter((key) => !queued.some((message) => message.key === key));
      const rows = await Delivery.find({ digestKey: { $in: missing }, status: 'queued' })
        .sort({ _id: 1 })
        .lean();
      const digests = [...groupBy(rows, ({ digestKey }) => digestKey ?? '')];
      return {
        digests: digests.flatMap(([key, of]) => toDigest(key, of)),
        next: keys.length < limit ? undefined : keys.at(-1),
      };
    },

    async skip(keys, at) {
      if (keys.length === 0) return;
      await Delivery.updateMany(
        { digestKey: { $in: [...keys] }, status: 'queued' },
        { $set: { status: 'skipped', code: leftCode('stopped'), at } },
      );
    },

    async settle(limit) {
      const ended = await Message.find(
        { digest: 'open', status: { $in: ENDED } },
        { key: 1, status: 1, code: 1, at: 1, handedAt: 1 },
      )
        .limit(limit)
        .lean();
      if (ended.length === 0) return 0;
      await Delivery.bulkWrite(
        ended.map(({ key, status, code, at, handedAt }) => ({
          updateMany: {
            filter: { digestKey: key },
            update: { $set: { status, code, at, ...(handedAt ? { handedAt } : {}) } },
          },
        })),
        { ordered: false },
      );
      // A receipt may have come between: only what was copied is settled.
      await Message.bulkWrite(
        ended.map(({ _id, status }) => ({
          updateOne: { filter: { _id, status }, update: { $set: { digest: 'settled' } } },
        })),
        { ordered: false },
      );
      return ended.length;
    },
  };
}

/** @param rows oldest first */
function toDigest(key: string, rows: readonly Row[]): Digest[] {
  const [row] = rows;
  if (!row) return [];
  const { subscriberId, channel, address, locale } = row;
  const broadcastIds = rows.map(({ broadcastId }) => broadcastId.toHexString());
  return [{ key, subscriberId: subscriberId.toHexString(), channel, address, locale, broadcastIds }];
}
