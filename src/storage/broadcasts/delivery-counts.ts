import { type Connection, Types } from 'mongoose';
import type { ChannelId } from '../../domain/channel-id.js';
import { type DeliveryStatus, deliveryCounts } from '../../domain/delivery.js';
import { groupBy } from '../../lib/group-by.js';
import type { BroadcastChannelCounts, BroadcastStore } from '../../services/broadcasts/store.js';
import { deliveryModel } from './delivery-model.js';

/** Rows of one broadcast, messenger and status. */
interface Group {
  readonly _id: {
    readonly broadcastId: Types.ObjectId;
    readonly channel: ChannelId;
    readonly status: DeliveryStatus;
  };
  readonly n: number;
}

/** Counts the rows of broadcasts, from an index alone. */
export function createDeliveryCounts(connection: Connection): BroadcastStore['counts'] {
  const Delivery = deliveryModel(connection);
  return async (ids) => {
    const groups = await Delivery.aggregate<Group>([
      { $match: { broadcastId: { $in: ids.map((id) => new Types.ObjectId(id)) } } },
      {
        $group: {
          _id: { broadcastId: '$broadcastId', channel: '$channel', status: '$status' },
          n: { $sum: 1 },
        },
      },
    ]);
    const byBroadcast = groupBy(groups, ({ _id }) => _id.broadcastId.toHexString());
    return new Map([...byBroadcast].map(([id, ofOne]) => [id, channelCounts(ofOne)]));
  };
}

function channelCounts(groups: readonly Group[]): BroadcastChannelCounts {
  const rows = groups.map(({ _id: { channel, status }, n }) => ({ channel, status, count: n }));
  const of = (channel: ChannelId) => deliveryCounts(rows.filter((row) => row.channel === channel));
  return { counts: deliveryCounts(rows), channels: { telegram: of('telegram'), viber: of('viber') } };
}
