import { type Connection, type Model, type mongo, type QueryFilter, Types } from 'mongoose';
import type { ChannelId } from '../../domain/channel-id.js';
import { PERSON_HOLDS } from '../../domain/person-hold.js';
import { groupBy } from '../../lib/group-by.js';
import { type OutboxRow, type RowOutcome, requestsOf } from '../../services/outbox/row.js';
import type { OutboxStore } from '../../services/outbox/store.js';
import { broadcastModel } from '../broadcasts/broadcast-model.js';
import { type DeliveryDocument, deliveryModel, type OutboxDocument } from '../broadcasts/delivery-model.js';
import { findLeftRows, skipLeftRows } from '../broadcasts/left-rows.js';
import { MESSAGE_LANES, type MessageDocument, messageModel } from './message-model.js';
import { settlements, type Writable } from './outbox-settlements.js';
import { createPauseStore } from './pause-store.js';
import { applyReceipts } from './receipts.js';

/** Broadcasts whose rows a holder may have left behind. */
const WITH_OPEN_ROWS = ['sending', 'paused', 'cancelled'] as const;
/** Every message, by the index that begins with channel and lane. */
const ANY_LANE = { $in: MESSAGE_LANES };
/** Statuses of a row that waits: nothing of its next part was sent. */
const WAITING = ['queued', 'leased'] as const;

/** The outbox in MongoDB: deliveries and messages, claimed and settled in batches. */
export function createOutboxStore(connection: Connection): OutboxStore {
  const Delivery = deliveryModel(connection);
  const Message = messageModel(connection);
  const Broadcast = broadcastModel(connection);
  // Both models hold the same outbox fields; only those are touched here.
  const models = {
    delivery: Delivery as unknown as Model<OutboxDocument>,
    message: Message as unknown as Model<OutboxDocument>,
  };

  return {
    ...createPauseStore(connection),
    async applyReceipts(channel, receipts) {
      if (receipts.length === 0) return new Set();
      // Looked at first: what was written down in between is found by the receipts themselves.
      const busy = await beingSentTo(channel);
      await applyReceipts(connection, receipts);
      return new Set(receipts.filter(({ address }) => busy.has(address)));
    },

    async recover(channel, fence, at) {
      await recoverIn(models.message, { channel, lane: ANY_LANE }, fence, at, false);
      for (const { _id, kind, status } of await openBroadcasts()) {
        await recoverIn(models.delivery, { broadcastId: _id, channel }, fence, at, kind === 'alert');
        if (status === 'cancelled') await skipWaiting(_id, at);
      }
    },

    async releaseLeased(channel, fence) {
      const release = { $set: { status: 'queued' } };
      await Message.updateMany({ channel, lane: ANY_LANE, status: 'leased', fence }, release);
      for (const { _id } of await openBroadcasts())
        await Delivery.updateMany({ broadcastId: _id, channel, status: 'leased', fence }, release);
    },

    async claim(channel, from, limit, fence, now) {
      const filter = { channel, ...dueBy(now) };
      if (from.source === 'message') {
        const { lane } = from;
        const others = from.lane === 'reply' ? { address: { $nin: [...from.exceptAddresses] } } : {};
        return claimRows<MessageDocument>(Message, { ...filter, lane, ...others }, limit, fence, toMessage);
      }
      const broadcastId = new Types.ObjectId(from.broadcastId);
      return claimRows<DeliveryDocument>(Delivery, { ...filter, broadcastId }, limit, fence, toDelivery);
    },

    async claimBatches(channel, broadcastId, { batches, size }, fence, now) {
      const limit = batches * size;
      const filter = { broadcastId: new Types.ObjectId(broadcastId), channel, ...dueBy(now) };
      const due = (await dueRows<DeliveryDocument>(Delivery, filter, limit)).map(toDelivery);
      const requests = requestsOf(due);
      // The last one may go on behind the limit: it is claimed whole the next time.
      const isCut = due.length === limit && requests.length > 1;
      const claimed = (isCut ? requests.slice(0, -1) : requests).slice(0, batches).flat();
      await lease(Delivery, claimed, fence);
      return claimed;
    },

    async markSending(rows, fence, at) {
      // Asked side by side: nobody waits for a question whose answer is nearly always "nobody left".
      const [marked, left] = await Promise.all([mark(rows, fence, at), findLeftRows(connection, rows)]);
      if (left.length > 0) await skipLeftRows(connection, left, fence, at);
      for (const { id } of left) marked.delete(id);
      return marked;
    },

    async settle(outcomes, fence) {
      for (const source of ['delivery', 'message'] as const) {
        const operations = settlements(
          outcomes.filter(({ row }) => row.source === source),
          fence,
        );
        if (operations.length > 0) await rows(source).bulkWrite(operations, { ordered: false });
      }
      await skipCancelled(outcomes);
    },

    async takeBack(rows, fence) {
      for (const [source, ids] of bySource(rows))
        await models[source].updateMany(
          { _id: { $in: ids }, fence, status: 'unreachable' },
          { $set: { status: 'queued' } },
        );
    },

    async giveBack(rows, fence) {
      for (const [source, ids] of bySource(rows))
        await models[source].updateMany(
          { _id: { $in: ids }, fence, status: 'leased' },
          { $set: { status: 'queued' } },
        );
    },
  };

  async function mark(rows: readonly OutboxRow[], fence: number, at: Date): Promise<Set<string>> {
    const marked = new Set<string>();
    for (const [source, ids] of bySource(rows)) {
      const mine = { _id: { $in: ids }, fence };
      const { matchedCount } = await models[source].updateMany(
        { ...mine, status: { $in: ['leased', 'sending'] } },
        { $set: { status: 'sending', at } },
      );
      if (matchedCount === ids.length) {
        for (const id of ids) marked.add(id.toHexString());
        continue;
      }
      const now = await models[source].find({ ...mine, status: 'sending' }, { _id: 1 }).lean();
      for (const { _id } of now) marked.add(_id.toHexString());
    }
    return marked;
  }

  /** The driver's own collection: nothing to cast, a hundred results at a time. */
  function rows(source: OutboxRow['source']): mongo.Collection<Writable> {
    return connection.collection<Writable>(models[source].collection.collectionName);
  }

  function openBroadcasts() {
    const open = { status: { $in: WITH_OPEN_ROWS }, startedAt: { $exists: true } };
    return Broadcast.find(open, { kind: 1, status: 1 }).lean();
  }

  /** Addresses of the requests under way. */
  async function beingSentTo(channel: ChannelId): Promise<Set<string>> {
    const sending = { channel, status: 'sending' } as const;
    const open = (await openBroadcasts()).map(({ _id }) => _id);
    const rows = await Promise.all([
      Message.find({ ...sending, lane: ANY_LANE }, { address: 1 }).lean(),
      ...open.map((broadcastId) => Delivery.find({ ...sending, broadcastId }, { address: 1 }).lean()),
    ]);
    return new Set(rows.flat().map(({ address }) => address));
  }

  /** Cancelling skips what waits at that moment; a row that was in flight then, and is to be sent again, ends here. */
  async function skipCancelled(outcomes: readonly RowOutcome[]): Promise<void> {
    const again = outcomes.filter(({ status }) => status === 'queued' || status === 'leased');
    const ids = new Set(again.flatMap(({ row }) => row.broadcastId ?? []));
    if (ids.size === 0) return;
    const cancelled = await Broadcast.find(
      { _id: { $in: [...ids] }, status: 'cancelled' },
      { _id: 1 },
    ).lean();
    for (const { _id } of cancelled) await skipWaiting(_id, again[0]?.at ?? new Date());
  }

  async function skipWaiting(broadcastId: Types.ObjectId, at: Date): Promise<void> {
    await Delivery.updateMany(
      { broadcastId, status: { $in: WAITING } },
      { $set: { status: 'skipped', code: 'cancelled', at } },
    );
  }
}

async function claimRows<D extends OutboxDocument>(
  model: Model<D>,
  filter: object,
  limit: number,
  fence: number,
  toRow: (document: D) => OutboxRow,
): Promise<OutboxRow[]> {
  const rows = (await dueRows<D>(model, filter, limit)).map(toRow);
  await lease(model, rows, fence);
  return rows;
}

function dueBy(now: Date) {
  return { status: 'queued' as const, dueAt: { $lte: now } };
}

async function dueRows<D extends OutboxDocument>(
  model: Model<D>,
  filter: object,
  limit: number,
): Promise<D[]> {
  return (await model
    .find(filter as QueryFilter<D>)
    .sort({ dueAt: 1 })
    .limit(limit)
    .lean()) as D[];
}

/**
 * The bot's lease admits one holder, so nobody else claims rows between looking and this; a stale holder is stopped
 * by its fence when it tries to mark.
 */
async function lease<D extends OutboxDocument>(
  model: Model<D>,
  rows: readonly OutboxRow[],
  fence: number,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => new Types.ObjectId(id));
  await model.updateMany({ _id: { $in: ids }, status: 'queued' } as QueryFilter<D>, {
    $set: { status: 'leased', fence },
  });
}

async function recoverIn(
  model: Model<OutboxDocument>,
  scope: object,
  fence: number,
  at: Date,
  alert: boolean,
): Promise<void> {
  const earlier = { fence: { $lt: fence } };
  await model.updateMany({ ...scope, status: 'leased', ...earlier }, { $set: { status: 'queued' } });
  // To change a message again to the same is harmless.
  await model.updateMany(
    { ...scope, status: 'sending', ...earlier, targets: { $exists: true } } as QueryFilter<OutboxDocument>,
    { $set: { status: 'queued', code: 'restart' } },
  );
  if (alert)
    await model.updateMany(
      { ...scope, status: 'sending', ...earlier, repeated: { $ne: true } },
      { $set: { status: 'queued', repeated: true, code: 'restart' } },
    );
  await model.updateMany(
    { ...scope, status: 'sending', ...earlier },
    { $set: { status: 'unknown', code: 'restart', at } },
  );
}

function bySource(rows: readonly OutboxRow[]): [OutboxRow['source'], Types.ObjectId[]][] {
  const groups = groupBy(rows, (row) => row.source);
  return [...groups].map(([source, group]) => [source, group.map(({ id }) => new Types.ObjectId(id))]);
}

function common(document: OutboxDocument) {
  const { _id, subscriberId, address, locale, attempt, repeated = false, part } = document;
  return {
    id: _id.toHexString(),
    subscriberId: subscriberId.toHexString(),
    address,
    locale,
    attempt,
    repeated,
    part,
    held: heldMailing(document),
  };
}

function toDelivery(document: DeliveryDocument): OutboxRow {
  const broadcastId = document.broadcastId.toHexString();
  return {
    ...common(document),
    source: 'delivery',
    broadcastId,
    batch: document.batch,
    targets: document.targets,
    editsDigest: document.editsDigest,
  };
}

function heldMailing({ code, at }: OutboxDocument): OutboxRow['held'] {
  const hold = PERSON_HOLDS.find((known) => known === code);
  return hold && at ? { code: hold, since: at } : undefined;
}

function toMessage(document: MessageDocument): OutboxRow {
  return { ...common(document), source: 'message', content: document.content };
}
