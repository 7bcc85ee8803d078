import { type Connection, Types } from 'mongoose';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { leftCode } from '../../domain/delivery.js';
import { groupBy } from '../../lib/group-by.js';
import type { Digest, DigestStore } from '../../services/digest/store.js';
import { messageModel } from '../outbox/message-model.js';
import { type DeliveryDocument, deliveryModel } from './delivery-model.js';

/** Statuses that only a receipt changes. */
const ENDED = ['sent', 'delivered', 'seen', 'failed', 'unreachable', 'unknown', 'skipped'] as const;

/** The row goes in no digest, or in another one. */
const UNTIED = { $unset: { digestKey: 1, digestMadeAt: 1 } } as const;

type Row = Pick<
  DeliveryDocument,
  '_id' | 'subscriberId' | 'channel' | 'address' | 'locale' | 'broadcastId' | 'digestMadeAt'
>;

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
            update: { $set: { digestKey: key, digestMadeAt: now }, $unset: { digestAt: 1 } },
          },
        })),
        { ordered: false },
      );
      return tied.flatMap(({ key, rows: of }) => toDigest(key, of, now));
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
      const tied = { digestKey: { $in: missing } };
      // It is made up without them now: they must not end as it does.
      await Delivery.updateMany({ ...tied, status: 'skipped' }, UNTIED);
      const rows = await Delivery.find({ ...tied, status: 'queued' })
        .sort({ _id: 1 })
        .lean();
      const digests = [...groupBy(rows, ({ digestKey }) => digestKey ?? '')];
      return {
        digests: digests.flatMap(([key, of]) => toDigest(key, of, of[0]?.digestMadeAt)),
        next: keys.length < limit ? undefined : keys.at(-1),
      };
    },

    async skip(left, at) {
      for (const [status, digests] of groupBy(left, (digest) => digest.status))
        await Delivery.updateMany(
          { digestKey: { $in: digests.map(({ key }) => key) }, status: 'queued' },
          { $set: { status: 'skipped', code: leftCode(status), at } },
        );
    },

    async withdraw(broadcastId, before, now, limit) {
      const keys = await outdatedKeys(new Types.ObjectId(broadcastId), before, limit);
      if (keys.length === 0) return true;
      // What a sender has claimed by now leaves as it is.
      await Message.deleteMany({ key: { $in: keys }, status: 'queued', part: 0 });
      const leaving = await Message.find({ key: { $in: keys } }, { key: 1 }).lean();
      const untied = { digestKey: { $in: keys.filter((key) => !leaving.some((one) => one.key === key)) } };
      await Delivery.updateMany({ ...untied, status: 'skipped' }, UNTIED);
      await Delivery.updateMany({ ...untied, status: 'queued' }, { $set: { digestAt: now }, ...UNTIED });
      return false;
    },

    async sent(key) {
      const [message, rows] = await Promise.all([
        Message.findOne({ key }, { locale: 1, content: 1, messageIds: 1 }).lean(),
        Delivery.find({ digestKey: key }).sort({ _id: 1 }).lean(),
      ]);
      const [digest] = toDigest(key, rows, rows[0]?.digestMadeAt);
      if (!message || !digest) return undefined;
      const { locale, content, messageIds } = message;
      const { broadcastIds, madeAt } = digest;
      return { locale, content, broadcastIds, madeAt, messageCount: messageIds.length };
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

  /** Keys of digests that tell of a broadcast as it no longer is, and of which it is not known that they were sent. */
  async function outdatedKeys(broadcastId: Types.ObjectId, before: Date, limit: number): Promise<string[]> {
    const tied = { broadcastId, channel: { $in: [...CHANNEL_IDS] }, digestKey: { $exists: true } };
    const outdated = [
      { ...tied, status: 'queued' as const, digestMadeAt: { $lt: before } },
      { ...tied, status: 'skipped' as const, code: 'cancelled' },
    ];
    const rows = await Promise.all(
      outdated.map((filter) => Delivery.find(filter, { digestKey: 1 }).limit(limit).lean()),
    );
    return [...new Set(rows.flat().flatMap(({ digestKey }) => digestKey ?? []))];
  }
}

/** @param rows oldest first */
function toDigest(key: string, rows: readonly Row[], madeAt: Date | undefined): Digest[] {
  const [row] = rows;
  if (!row || !madeAt) return [];
  const { subscriberId, channel, address, locale } = row;
  const broadcastIds = rows.map(({ broadcastId }) => broadcastId.toHexString());
  return [{ key, subscriberId: subscriberId.toHexString(), channel, address, locale, broadcastIds, madeAt }];
}
