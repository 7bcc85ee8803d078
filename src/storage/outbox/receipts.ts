import type { Connection, mongo } from 'mongoose';
import type { DeliveryStatus } from '../../domain/delivery.js';
import type { Receipt } from '../../domain/inbound-event.js';
import { groupBy } from '../../lib/group-by.js';
import { deliveryModel } from '../broadcasts/delivery-model.js';
import { type MessageDocument, messageModel } from './message-model.js';
import type { Writable } from './outbox-settlements.js';

/** Statuses a receipt may move on from: a late word never takes anything back, so their order does not matter. */
const MOVES_ON: Readonly<Record<Receipt['status'], readonly DeliveryStatus[]>> = {
  delivered: ['sent', 'unknown'],
  seen: ['sent', 'unknown', 'delivered'],
  failed: ['sent', 'unknown'],
};

/** Something of it was sent: the index of deliveries by message holds no other rows. */
const BEGUN = { part: { $gt: 0 } };

type Row = Writable & Pick<MessageDocument, 'digest'>;

/** Applies receipts to whichever rows their messages belong to, with one bulk for each kind of change. */
export async function applyReceipts(connection: Connection, receipts: readonly Receipt[]): Promise<void> {
  const messages = connection.collection<Row>(messageModel(connection).collection.collectionName);
  const deliveries = connection.collection<Row>(deliveryModel(connection).collection.collectionName);
  const known = await messages
    .find(rowsOfAll(receipts), { projection: { address: 1, messageIds: 1 } })
    .map(({ address, messageIds }) => messageIds.map((messageId) => nameOf({ address, messageId })))
    .toArray();
  const names = new Set(known.flat());
  const groups = groupBy(receipts, (receipt) => (names.has(nameOf(receipt)) ? 'message' : 'delivery'));
  const ofMessages = groups.get('message') ?? [];
  const ofDeliveries = groups.get('delivery') ?? [];
  await bulk(
    deliveries,
    ofDeliveries.map((receipt) => moveOn(receipt, BEGUN)),
  );
  await bulk(
    messages,
    ofMessages.map((receipt) => moveOn(receipt, {})),
  );
  // Afterwards: the rows of a digest learn of what has become of it.
  await bulk(messages, ofMessages.map(openDigest));
}

async function bulk(rows: mongo.Collection<Row>, operations: mongo.AnyBulkWriteOperation<Row>[]) {
  if (operations.length > 0) await rows.bulkWrite(operations, { ordered: false });
}

/** A few more than asked for, where people and messages are mixed. */
function rowsOfAll(receipts: readonly Receipt[]): mongo.Filter<Row> {
  return {
    channel: { $in: [...new Set(receipts.map(({ channel }) => channel))] },
    address: { $in: [...new Set(receipts.map(({ address }) => address))] },
    messageIds: { $in: [...new Set(receipts.map(({ messageId }) => messageId))] },
  };
}

function nameOf({ address, messageId }: Pick<Receipt, 'address' | 'messageId'>): string {
  return `${messageId} ${address}`;
}

/** @param among the rows it may be about */
function moveOn(receipt: Receipt, among: mongo.Filter<Row>): mongo.AnyBulkWriteOperation<Row> {
  const { status, reason, at } = receipt;
  const change = { status, at, ...(status === 'failed' ? { code: reason ?? 'client' } : {}) };
  return {
    updateMany: {
      filter: { ...rowsOf(receipt), ...among, status: { $in: MOVES_ON[status] } },
      update: { $set: change },
    },
  };
}

function openDigest(receipt: Receipt): mongo.AnyBulkWriteOperation<Row> {
  return {
    updateMany: { filter: { ...rowsOf(receipt), digest: 'settled' }, update: { $set: { digest: 'open' } } },
  };
}

function rowsOf({ channel, address, messageId }: Receipt) {
  return { channel, address, messageIds: messageId };
}
