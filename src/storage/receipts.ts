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

/**
 * Applies a receipt to whichever row the message belongs to.
 * @returns false while something is being sent to this person: the receipt may speak of it, and come too early
 */
export async function applyReceipt(
  models: readonly Model<OutboxDocument>[],
  receipt: Receipt,
): Promise<boolean> {
  if (await moveOn(models, receipt)) return true;
  const { channel, address } = receipt;
  for (const model of models)
    if (await model.exists({ channel, address, status: 'sending' } as QueryFilter<OutboxDocument>))
      return false;
  await moveOn(models, receipt); // written down between the two looks
  return true;
}

async function moveOn(
  models: readonly Model<OutboxDocument>[],
  { channel, address, messageId, status, reason, at }: Receipt,
): Promise<boolean> {
  const change = { status, at, ...(status === 'failed' ? { code: reason ?? 'client' } : {}) };
  for (const model of models) {
    const filter: QueryFilter<OutboxDocument> = { channel, address, messageIds: messageId };
    const { modifiedCount } = await model.updateMany(
      { ...filter, status: { $in: MOVES_ON[status] } },
      { $set: change },
    );
    if (modifiedCount > 0) return true;
  }
  return false;
}
