import { type Connection, type QueryFilter, Types } from 'mongoose';
import type { MissedRule } from '../../domain/broadcast.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { countedStatus, type DeliveryStatus, leftCode } from '../../domain/delivery.js';
import { SUBSCRIBER_STATUSES } from '../../domain/subscriber.js';
import { PRICE_CODES } from '../../domain/viber-price.js';
import type { MissedStore } from '../../services/broadcasts/audience.js';
import type {
  DeliveryFilter,
  DeliveryStore,
  DeliveryView,
  ReasonCount,
} from '../../services/broadcasts/delivery-store.js';
import { cursorId } from '../cursor.js';
import { type DeliveryDocument, deliveryModel } from './delivery-model.js';

type Filter = QueryFilter<DeliveryDocument>;

/** Rows in the order of people; without the hint a filter by status would sort all of its rows for each page. */
const BY_PERSON = { broadcastId: 1, subscriberId: 1, revision: 1 } as const;

/** Rows in the order of states: for a state that few are in. */
const BY_STATUS = { broadcastId: 1, channel: 1, status: 1, dueAt: 1 } as const;

/** Up to so many rows are sorted by person; more of them lie so close together that few others are read in between. */
const FEW = 1_000;

/** Rows that have a code, which most have not. */
const BY_CODE = { broadcastId: 1, code: 1, subscriberId: 1, channel: 1, status: 1 } as const;

/** What a resident feels as "at once"; GOV.UK Notify measures the same share. */
const PROMPT_MS = 10_000;

/** Codes of `skipped` rows whose people are owed the message: it was cancelled or too dear, or they were away and are back. */
const MISSED_CODES = ['cancelled', ...Object.values(PRICE_CODES), ...SUBSCRIBER_STATUSES.map(leftCode)];

/** Rows of broadcasts as staff look at them. */
export function createDeliveryStore(connection: Connection): DeliveryStore & MissedStore {
  const Delivery = deliveryModel(connection);

  /** Counted from the index alone; without it a page of the few would read past everybody else. */
  async function isRare(status: DeliveryFilter['status'], ofState: Filter): Promise<boolean> {
    return status !== undefined && (await Delivery.countDocuments(ofState)) <= FEW;
  }

  return {
    async page(broadcastId, { cursor, limit, status, channel, code, subscriberIds }) {
      const after = cursorId(cursor);
      const people = subscriberIds?.map((id) => new Types.ObjectId(id));
      const chosen = {
        ...(people ? { $in: people } : {}),
        ...(after ? { $gt: after } : {}),
      };
      const ofState = {
        broadcastId: new Types.ObjectId(broadcastId),
        channel: channel ?? { $in: [...CHANNEL_IDS] },
        ...(status ? { status: status === 'queued' ? { $in: ['queued', 'leased'] } : status } : {}),
      } as Filter;
      const query = Delivery.find({
        ...ofState,
        revision: 0,
        ...(code === undefined ? {} : { code }),
        ...(Object.keys(chosen).length > 0 ? { subscriberId: chosen } : {}),
      } as Filter)
        .sort({ subscriberId: 1 })
        .limit(limit + 1);
      // The index of codes gives this order too, and only the rows of the code.
      const documents = await (code === undefined
        ? query.hint((await isRare(status, ofState)) ? BY_STATUS : BY_PERSON)
        : query
      ).lean<DeliveryDocument[]>();
      const items = documents.slice(0, limit).map(toView);
      return { items, nextCursor: documents.length > limit ? (items.at(-1)?.subscriberId ?? null) : null };
    },

    async reasons(broadcastId) {
      const groups = await Delivery.aggregate<{
        _id: { channel: ReasonCount['channel']; status: DeliveryStatus; code: string };
        count: number;
      }>([
        { $match: { broadcastId: new Types.ObjectId(broadcastId), code: { $gt: '' } } },
        { $group: { _id: { channel: '$channel', status: '$status', code: '$code' }, count: { $sum: 1 } } },
      ]);
      return groups.map(({ _id, count }) => ({ ..._id, status: countedStatus(_id.status), count }));
    },

    countUnsubscribed: (broadcastId) =>
      Delivery.countDocuments({
        broadcastId: new Types.ObjectId(broadcastId),
        leftAt: { $exists: true },
      }),

    async handedOver(broadcastId) {
      const wait = { $subtract: ['$handedAt', '$firstDueAt'] };
      const groups = await Delivery.aggregate<{ _id: boolean; count: number }>([
        { $match: { broadcastId: new Types.ObjectId(broadcastId), handedAt: { $exists: true } } },
        { $group: { _id: { $lte: [wait, PROMPT_MS] }, count: { $sum: 1 } } },
      ]);
      const within10Seconds = groups.find(({ _id }) => _id)?.count ?? 0;
      return { total: groups.reduce((sum, { count }) => sum + count, 0), within10Seconds };
    },

    async missedPage(rule, channel, afterId, limit) {
      const after = afterId === undefined ? {} : { subscriberId: { $gt: new Types.ObjectId(afterId) } };
      const documents = await Delivery.find({ ...missedFilter(rule), channel, ...after }, { subscriberId: 1 })
        .sort({ subscriberId: 1 })
        .limit(limit)
        .hint(BY_PERSON)
        .lean();
      return documents.map(({ subscriberId }) => subscriberId.toHexString());
    },

    async *missedIds(rule, channel, pageSize) {
      // Who was missed has a code, and so do few others: the index alone answers.
      const rows = Delivery.find(
        { ...missedFilter(rule), channel, code: { $gt: '' } },
        { _id: 0, subscriberId: 1 },
      )
        .hint(BY_CODE)
        .batchSize(pageSize)
        .lean()
        .cursor();
      const page: string[] = [];
      for await (const { subscriberId } of rows) {
        page.push(subscriberId.toHexString());
        if (page.length === pageSize) yield page.splice(0);
      }
      if (page.length > 0) yield page;
    },
  };
}

function missedFilter({ broadcastId, includeUnknown }: MissedRule): Filter {
  const statuses: DeliveryStatus[] = [
    'failed',
    'unreachable',
    ...(includeUnknown ? ['unknown' as const] : []),
  ];
  return {
    broadcastId: new Types.ObjectId(broadcastId),
    $or: [{ status: { $in: statuses } }, { status: 'skipped', code: { $in: MISSED_CODES } }],
  };
}

function toView({ subscriberId, channel, address, status, code, at }: DeliveryDocument): DeliveryView {
  return {
    subscriberId: subscriberId.toHexString(),
    channel,
    address,
    status: countedStatus(status),
    code,
    at,
  };
}
