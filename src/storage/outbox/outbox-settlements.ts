import { type mongo, Types } from 'mongoose';
import { billingMonth } from '../../domain/viber-price.js';
import { groupBy } from '../../lib/group-by.js';
import type { RowOutcome } from '../../services/outbox/row.js';
import type { OutboxDocument } from '../broadcasts/delivery-model.js';

/** Outbox fields as the driver writes them. */
export type Writable = Omit<OutboxDocument, 'messageIds'> & { messageIds: string[] };

/**
 * What a bulk writes for these outcomes; only to rows still held under the fence. Rows with the same outcome share one
 * update: a Viber batch is one.
 */
export function settlements(
  outcomes: readonly RowOutcome[],
  fence: number,
): mongo.AnyBulkWriteOperation<Writable>[] {
  const groups = groupBy(outcomes, ({ row: _row, ...outcome }) => JSON.stringify(outcome));
  return [...groups.values()].flatMap((group) => {
    const outcome = group[0];
    return outcome ? [settlement(group, outcomeUpdate(outcome), fence)] : [];
  });
}

function settlement(
  group: readonly RowOutcome[],
  update: mongo.UpdateFilter<Writable>,
  fence: number,
): mongo.AnyBulkWriteOperation<Writable> {
  const mine = { fence, status: { $in: ['leased', 'sending', 'unknown'] } } as const;
  const ids = group.map(({ row }) => new Types.ObjectId(row.id));
  const [only, ...others] = ids;
  return only && others.length === 0
    ? { updateOne: { filter: { _id: only, ...mine }, update } }
    : { updateMany: { filter: { _id: { $in: ids }, ...mine }, update } };
}

function outcomeUpdate(outcome: RowOutcome): mongo.UpdateFilter<Writable> {
  const { status, code, at, part, attempt, repeated, dueAt, messageIds, billingStatus } = outcome;
  const set = {
    status,
    code: code ?? null,
    at,
    ...(part === undefined ? {} : { part }),
    ...(attempt === undefined ? {} : { attempt }),
    ...(repeated === undefined ? {} : { repeated }),
    ...(dueAt === undefined || status !== 'queued' ? {} : { dueAt }),
    ...(status === 'sent' ? { handedAt: at } : {}),
    ...(billingStatus === undefined ? {} : { billingStatus, billedIn: billingMonth(at) }),
  };
  return messageIds ? { $set: set, $push: { messageIds: { $each: [...messageIds] } } } : { $set: set };
}
