import { type Connection, Types } from 'mongoose';
import { addCharges, billingMonth, type Charges, chargesOf, NO_CHARGES } from '../../domain/viber-price.js';
import type { ChargeStore } from '../../services/viber-price/charge-store.js';
import { messageModel } from '../outbox/message-model.js';
import { deliveryModel } from './delivery-model.js';

/** All of them, named, so that the index answers for one broadcast, too. */
const BILLING_STATUSES = [0, 1, 2, 3, 4, 5];
/** How long after it was written a broadcast may still be sent. */
const MONTHS_MAX = 24;
const BY_PRICE = {
  $group: { _id: { billingStatus: '$billingStatus', part: '$part' }, rows: { $sum: 1 } },
} as const;

interface PriceGroup {
  readonly _id: { readonly billingStatus: number; readonly part: number };
  readonly rows: number;
}

/**
 * What Viber billed: rows of one price are counted in the index and multiplied by their messages. Rows whose answer never
 * came (`unknown`) are not among them: only Viber's own account knows.
 */
export function createChargeStore(connection: Connection): ChargeStore {
  const Delivery = deliveryModel(connection);
  const Message = messageModel(connection);

  return {
    async ofMonth(month) {
      const groups = await Promise.all(
        [Delivery, Message].map((model) =>
          model.aggregate<PriceGroup>([{ $match: { billedIn: month } }, BY_PRICE]),
        ),
      );
      return sumOf(groups.flat());
    },

    async ofBroadcast(broadcastId, until) {
      const _id = new Types.ObjectId(broadcastId);
      const $match = {
        billedIn: { $in: monthsBetween(_id.getTimestamp(), until) },
        billingStatus: { $in: BILLING_STATUSES },
        broadcastId: _id,
      };
      return sumOf(await Delivery.aggregate<PriceGroup>([{ $match }, BY_PRICE]));
    },
  };
}

function sumOf(groups: readonly PriceGroup[]): Charges {
  return groups
    .map(({ _id: { billingStatus, part }, rows }) => chargesOf(billingStatus, part * rows))
    .reduce(addCharges, NO_CHARGES);
}

/** Months that a broadcast of that age may have been sent in, the newest first. */
function monthsBetween(from: Date, until: Date): string[] {
  const months: string[] = [];
  for (let back = 0; back < MONTHS_MAX; back += 1) {
    const month = billingMonth(new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - back)));
    if (month < billingMonth(from)) break;
    months.push(month);
  }
  return months;
}
