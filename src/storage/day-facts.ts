import type { Connection } from 'mongoose';
import type { DeliveryCounts } from '../domain/delivery.js';
import type { BroadcastStore } from '../services/broadcasts/store.js';
import type { AppealCount, DayBounds, DayFacts } from '../services/daily-counts/store.js';
import { appealModel } from './appeals/appeal-model.js';
import { broadcastModel } from './broadcasts/broadcast-model.js';
import { subscriberModel } from './subscribers/subscriber-model.js';

/** Broadcasts of one day are few; this bounds a mistake. */
const OF_A_DAY_MAX = 1_000;

/** Counts days from subscribers, broadcasts and appeals. */
export function createDayFacts(connection: Connection, { counts }: Pick<BroadcastStore, 'counts'>): DayFacts {
  const Appeal = appealModel(connection);
  const Broadcast = broadcastModel(connection);
  const Subscriber = subscriberModel(connection);

  return {
    async subscribersAt(channel, moment) {
      const [active, left] = await Promise.all([
        Subscriber.countDocuments({ channel, status: 'active', 'consent.at': { $lt: moment } }),
        Subscriber.countDocuments({
          channel,
          status: { $in: ['stopped', 'unreachable', 'erased'] },
          leftAt: { $gte: moment },
          createdAt: { $lt: moment },
        }),
      ]);
      return active + left;
    },

    async deliveriesOf({ from, until }) {
      const broadcasts = await Broadcast.find({ startedAt: { $gte: from, $lt: until } }, { _id: 1 })
        .limit(OF_A_DAY_MAX)
        .lean();
      const counted = await counts(broadcasts.map(({ _id }) => _id.toHexString()));
      const sum = (of: (counts: DeliveryCounts) => number) =>
        [...counted.values()].reduce((total, one) => total + of(one.counts), 0);
      return { accepted: sum(acceptedOf), missed: sum(missedOf) };
    },

    async appealsOf(bounds) {
      const groups = await Appeal.aggregate<{ _id: Omit<AppealCount, 'count'>; count: number }>([
        { $match: { receivedAt: within(bounds), quarantine: null } },
        { $group: { _id: { departmentId: '$departmentId', category: '$category' }, count: { $sum: 1 } } },
      ]);
      return groups.map(({ _id, count }) => ({ ..._id, count }));
    },
  };
}

const within = ({ from, until }: DayBounds) => ({ $gte: from, $lt: until });

const acceptedOf = ({ sent, delivered, seen }: DeliveryCounts) => sent + delivered + seen;

const missedOf = ({ failed, unreachable, unknown, skipped }: DeliveryCounts) =>
  failed + unreachable + unknown + skipped;
