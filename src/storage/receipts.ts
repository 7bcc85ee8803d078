import type { Model, QueryFilter } from 'mongoose';
import type { DeliveryStatus } from '../domain/delivery.js';
import type { Receipt } from '../domain/inbound-event.js';
import type { OutboxDocument } from './delivery-model.js';

/** Statuses a receipt may move on from: a late word never takes anything back. */
const MOVES_ON: Readonly<Record<Receipt['status'], readonly DeliveryStatus[]>> = {
  delivered: ['sent', 'unknown'],
  seen: ['sent', 'unknown', 'delivered'],
  failed: ['sent', 'unknown'],
};

/** Applies a receipt to whichever row the message belongs to. */
export async function applyReceipt(
  models: readonly Model<OutboxDocument>[],
  receipt: Receipt,
): Promise<void> {
  const { channel, address, messageId, status, reason, at } = receipt;
  const change = { status, at, ...(status === 'failed' ? { code: reason ?? 'client' } : {}) };
  for (const model of models) {
    const filter: QueryFilter<OutboxDocument> = { channel, address, messageIds: messageId };
    const { modifiedCount } = await model.updateMany(
      { ...filter, status: { $in: MOVES_ON[status] } },
      { $set: change },
    );
    if (modifiedCount > 0) return;
  }
}
