import { type Connection, Types } from 'mongoose';
import { leftCode } from '../../domain/delivery.js';
import { groupBy } from '../../lib/group-by.js';
import type { OutboxRow } from '../../services/outbox/row.js';
import { subscriberModel } from '../subscribers/subscriber-model.js';
import { deliveryModel } from './delivery-model.js';

/** A row that must not be sent any more. */
export interface LeftRow {
  readonly id: string;
  /** `left.<status>` */
  readonly code: string;
}

/**
 * Rows of broadcasts whose person is no longer active: they left after planning. Who has the first part of a long
 * message gets the rest as well, and what a person already has is changed wherever it is.
 */
export async function findLeftRows(connection: Connection, rows: readonly OutboxRow[]): Promise<LeftRow[]> {
  const unsent = rows.filter(
    ({ source, part, targets }) => source === 'delivery' && part === 0 && targets === undefined,
  );
  if (unsent.length === 0) return [];
  const ids = unsent.map(({ subscriberId }) => new Types.ObjectId(subscriberId));
  const people = await subscriberModel(connection)
    .find({ _id: { $in: ids }, status: { $ne: 'active' } }, { status: 1 })
    .lean();
  const codes = new Map(people.map(({ _id, status }) => [_id.toHexString(), leftCode(status)]));
  return unsent.flatMap(({ id, subscriberId }) => {
    const code = codes.get(subscriberId);
    return code === undefined ? [] : [{ id, code }];
  });
}

/** Ends rows that were marked `sending` and whose request never went out. */
export async function skipLeftRows(
  connection: Connection,
  left: readonly LeftRow[],
  fence: number,
  at: Date,
): Promise<void> {
  for (const [code, rows] of groupBy(left, (row) => row.code))
    await deliveryModel(connection).updateMany(
      { _id: { $in: rows.map(({ id }) => new Types.ObjectId(id)) }, fence, status: 'sending' },
      { $set: { status: 'skipped', code, at } },
    );
}
