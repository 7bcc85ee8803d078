import { type Connection, type QueryFilter, Types } from 'mongoose';
import { type Broadcast, CHANGEABLE_STATUSES } from '../../domain/broadcast.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { Page } from '../../lib/page.js';
import type { BroadcastFilter, BroadcastStore, PlannedDelivery } from '../../services/broadcasts/store.js';
import { isDuplicateKey } from '../connection.js';
import { cursorId, objectId } from '../cursor.js';
import { searchWords, wordsFilter } from '../publications/publication-search.js';
import { type BroadcastDocument, broadcastModel, toBroadcast } from './broadcast-model.js';
import { createDeliveryCounts } from './delivery-counts.js';
import { deliveryModel } from './delivery-model.js';

/** Broadcasts under way at once are few; this bounds a mistake. */
const IN_STATUS_MAX = 1_000;
/** Cancelled broadcasts wound up at a time. */
const UNFINISHED_MAX = 100;
/** Amendments of one page of broadcasts; this bounds a mistake. */
const AMENDMENTS_MAX = 1_000;
/** Broadcasts of their own, not corrections of others. */
const NOT_AMENDING = { amends: { $exists: false } };
/** Sent, and still to be read. */
const STANDING = { status: { $ne: 'cancelled' as const }, recalledAt: { $exists: false }, ...NOT_AMENDING };

/** Broadcasts and their planned rows. */
export function createBroadcastStore(connection: Connection): BroadcastStore {
  const Broadcasts = broadcastModel(connection);
  const Delivery = deliveryModel(connection);

  return {
    async insert({ id, ...broadcast }) {
      const document = new Broadcasts({
        ...withoutUndefined(broadcast),
        words: searchWords(broadcast),
        ...(id ? { _id: id } : {}),
      });
      try {
        await document.save();
      } catch (error) {
        const kept = id !== undefined && isDuplicateKey(error) && (await this.get(id));
        if (kept) return kept;
        throw error;
      }
      return toBroadcast(document.toObject());
    },

    async insertAmendment(broadcast) {
      try {
        return await this.insert(broadcast);
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },

    async amendmentsOf(ids) {
      const documents = await Broadcasts.find({ 'amends.broadcastId': { $in: [...ids] } })
        .sort({ 'amends.broadcastId': 1, 'amends.number': 1 })
        .limit(AMENDMENTS_MAX)
        .lean<BroadcastDocument[]>();
      return documents.map(toBroadcast);
    },

    async propose(id, proposal) {
      const update = proposal ? { $set: { proposal } } : { $unset: { proposal: 1 } };
      return changed(
        await Broadcasts.findOneAndUpdate({ _id: new Types.ObjectId(id) }, update, {
          returnDocument: 'after',
        }).lean<BroadcastDocument>(),
      );
    },

    async markRecalled(id, at) {
      await Broadcasts.updateOne(
        { _id: new Types.ObjectId(id), recalledAt: { $exists: false } },
        { $set: { recalledAt: at } },
      );
    },

    async get(id) {
      const _id = objectId(id);
      const document = _id && (await Broadcasts.findById(_id).lean<BroadcastDocument>());
      return document ? toBroadcast(document) : undefined;
    },

    async list({ cursor, limit, ...asked }) {
      const before = cursorId(cursor);
      const filter = {
        ...NOT_AMENDING,
        ...narrowed(asked),
        ...(before ? { _id: { $lt: before } } : {}),
      };
      const documents = await Broadcasts.find(filter as QueryFilter<BroadcastDocument>)
        .sort({ _id: -1 })
        .limit(limit + 1)
        .lean<BroadcastDocument[]>();
      return pageOf(documents, limit);
    },

    async inStatus(statuses) {
      const documents = await Broadcasts.find({ status: { $in: [...statuses] } })
        .sort({ _id: 1 })
        .limit(IN_STATUS_MAX)
        .lean<BroadcastDocument[]>();
      return documents.map(toBroadcast);
    },

    async cancelledUnfinished() {
      const documents = await Broadcasts.find({ status: 'cancelled', finishedAt: null }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(UNFINISHED_MAX)
        .lean();
      return documents.map(({ _id }) => _id.toHexString());
    },

    async recentlyStarted(from, to, limit) {
      const documents = await Broadcasts.find({
        startedAt: { $gte: from, $lte: to },
        ...STANDING,
      })
        .sort({ startedAt: -1 })
        .limit(limit)
        .lean<BroadcastDocument[]>();
      return documents.map(toBroadcast);
    },

    async sent({ topic, cursor, limit }) {
      const before = cursorId(cursor);
      const last = before && (await Broadcasts.findById(before, { startedAt: 1 }).lean());
      const documents = await Broadcasts.find({
        startedAt: last?.startedAt ? { $lte: last.startedAt } : { $exists: true },
        ...STANDING,
        'audience.missed': { $exists: false },
        $and: [
          last?.startedAt ? { $or: [{ startedAt: { $lt: last.startedAt } }, { _id: { $lt: before } }] } : {},
          topic ? { $or: [{ 'audience.topics': topic }, { 'audience.topics.0': { $exists: false } }] } : {},
        ],
      } as QueryFilter<BroadcastDocument>)
        .sort({ startedAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<BroadcastDocument[]>();
      return pageOf(documents, limit);
    },

    async changeContent(id, content, hash, { by, at, seen }) {
      const unset = Object.fromEntries(
        (['link', 'sendAt'] as const)
          .filter((field) => content[field] === undefined)
          .map((field) => [field, 1]),
      );
      return changed(
        await Broadcasts.findOneAndUpdate(
          {
            _id: objectId(id) ?? null,
            status: { $in: seen?.isDraft ? ['draft'] : [...CHANGEABLE_STATUSES] },
            ...(seen && { hash: seen.hash }),
          } as QueryFilter<BroadcastDocument>,
          {
            $set: {
              ...withoutUndefined(content),
              words: searchWords(content),
              hash,
              editedBy: by,
              editedAt: at,
              status: 'draft',
            },
            ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
          },
          { returnDocument: 'after' },
        ).lean<BroadcastDocument>(),
      );
    },

    async removeDraft(id) {
      const _id = objectId(id);
      if (!_id) return false;
      const { deletedCount } = await Broadcasts.deleteOne({ _id, status: 'draft' });
      return deletedCount === 1;
    },

    async move(id, from, to, { approval, ...set }, hash) {
      const _id = objectId(id);
      if (!_id) return undefined;
      return changed(
        await Broadcasts.findOneAndUpdate(
          { _id, status: { $in: [...from] }, ...(hash === undefined ? {} : { hash }) },
          {
            $set: { status: to, ...withoutUndefined(set) },
            ...(to === 'sending' ? { $unset: { pauseReason: 1 } } : {}),
            ...(approval ? { $push: { approvals: approval } } : {}),
          },
          { returnDocument: 'after' },
        ).lean<BroadcastDocument>(),
      );
    },

    planning: async (id) =>
      (await Broadcasts.findById(id, { planning: 1 }).lean<BroadcastDocument>())?.planning,

    async savePlanning(id, planning) {
      await Broadcasts.updateOne({ _id: new Types.ObjectId(id) }, { $set: { planning } });
    },

    async addDeliveries(broadcastId, deliveries) {
      if (deliveries.length === 0) return;
      const _id = new Types.ObjectId(broadcastId);
      try {
        // The driver's own call: mongoose would build a document for each of a million rows.
        await Delivery.collection.insertMany(
          deliveries.map((delivery) => toRow(_id, delivery)),
          { ordered: false },
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error; // planned before a restart: the row is there
      }
    },

    counts: createDeliveryCounts(connection),

    async hasDue(id) {
      const due = await Delivery.exists({
        broadcastId: new Types.ObjectId(id),
        channel: { $in: [...CHANNEL_IDS] },
        status: { $in: ['queued', 'leased', 'sending'] },
        dueAt: { $exists: true },
      });
      return due !== null;
    },

    async hasWaiting(id) {
      const waiting = await Delivery.exists({
        broadcastId: new Types.ObjectId(id),
        channel: { $in: [...CHANNEL_IDS] },
        status: { $in: ['queued', 'leased', 'sending'] },
      });
      return waiting !== null;
    },

    async skipWaiting(id, at) {
      await Delivery.updateMany(
        { broadcastId: new Types.ObjectId(id), status: { $in: ['queued', 'leased'] } },
        { $set: { status: 'skipped', code: 'cancelled', at } },
      );
    },
  };
}

/** @param documents one more than the page holds, if there are so many */
function pageOf(documents: readonly BroadcastDocument[], limit: number): Page<Broadcast> {
  const items = documents.slice(0, limit).map(toBroadcast);
  return { items, nextCursor: documents.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function narrowed({ status, kind, publicationId, from, until, text }: BroadcastFilter) {
  const created = { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) };
  const words = wordsFilter(text ?? '');
  return {
    ...(status ? { status } : {}),
    ...(kind ? { kind } : {}),
    ...(publicationId ? { publicationId } : {}),
    ...(from || until ? { createdAt: created } : {}),
    ...(words.length > 0 ? { $and: words } : {}),
  };
}

function toRow(broadcastId: Types.ObjectId, delivery: PlannedDelivery) {
  const { id, channel, address, locale, dueAt, digestAt, batch, targets, editsDigest, skipped } = delivery;
  return {
    broadcastId,
    subscriberId: new Types.ObjectId(id),
    revision: 0,
    channel,
    address,
    locale,
    status: skipped === undefined ? 'queued' : 'skipped',
    ...(digestAt === undefined ? { dueAt } : { digestAt }),
    firstDueAt: dueAt,
    attempt: 0,
    part: 0,
    fence: 0,
    messageIds: [],
    code: skipped ?? null,
    at: skipped === undefined ? null : dueAt,
    ...(batch === undefined ? {} : { batch }),
    ...(targets === undefined ? {} : { targets: [...targets] }),
    ...(editsDigest === undefined ? {} : { editsDigest }),
  };
}

function changed(document: BroadcastDocument | null) {
  return document ? toBroadcast(document) : undefined;
}

function withoutUndefined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
