import { type Connection, Types } from 'mongoose';
import { REMOVED_ADDRESS } from '../../domain/pseudonym.js';
import { groupBy } from '../../lib/group-by.js';
import type { ReachedRow, ReachedStore } from '../../services/broadcasts/amendment-planner.js';
import { messageModel } from '../outbox/message-model.js';
import { type DeliveryDocument, deliveryModel } from './delivery-model.js';

const GOT: readonly string[] = ['sent', 'delivered', 'seen'];
/** Rows in the order of people. */
const BY_PERSON = { broadcastId: 1, subscriberId: 1, revision: 1 } as const;

/** Whom broadcasts reached, from their rows. */
export function createReachedStore(connection: Connection): ReachedStore {
  const Delivery = deliveryModel(connection);
  const Message = messageModel(connection);

  return {
    async reachedPage([first, ...others], channel, afterId, limit) {
      const after = afterId === undefined ? {} : { subscriberId: { $gt: new Types.ObjectId(afterId) } };
      const documents = await Delivery.find({ broadcastId: new Types.ObjectId(first), channel, ...after })
        .sort({ subscriberId: 1 })
        .limit(limit)
        .hint(BY_PERSON)
        .lean<DeliveryDocument[]>();
      const people = documents.map(({ subscriberId }) => subscriberId);
      const [further, digests] = await Promise.all([messagesOf(others, people), digestsOf(documents)]);
      return documents.map((document) => toReached(document, further, digests));
    },
  };

  /** Ids of the messages of the digests they came in, by the digest's key. */
  async function digestsOf(
    rows: readonly DeliveryDocument[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const keys = rows.flatMap(({ digestKey }) => digestKey ?? []);
    if (keys.length === 0) return new Map();
    const messages = await Message.find({ key: { $in: keys } }, { key: 1, messageIds: 1 }).lean();
    return new Map(messages.map(({ key, messageIds }) => [key, messageIds]));
  }

  async function messagesOf(broadcastIds: readonly string[], people: readonly Types.ObjectId[]) {
    if (broadcastIds.length === 0 || people.length === 0) return new Map<string, DeliveryDocument[]>();
    const rows = await Delivery.find({
      broadcastId: { $in: broadcastIds.map((id) => new Types.ObjectId(id)) },
      subscriberId: { $in: [...people] },
    }).lean<DeliveryDocument[]>();
    return groupBy(rows, ({ subscriberId }) => subscriberId.toHexString());
  }
}

function toReached(
  { subscriberId, address, locale, status, messageIds, digestKey, handedAt, at }: DeliveryDocument,
  further: ReadonlyMap<string, readonly DeliveryDocument[]>,
  digests: ReadonlyMap<string, readonly string[]>,
): ReachedRow {
  const id = subscriberId.toHexString();
  return {
    id,
    address,
    locale,
    got: GOT.includes(status) && address !== REMOVED_ADDRESS,
    messageIds: [
      ...(digests.get(digestKey ?? '') ?? messageIds),
      ...(further.get(id) ?? []).flatMap((row) => row.messageIds),
    ],
    digestKey,
    at: handedAt ?? at ?? undefined,
  };
}
