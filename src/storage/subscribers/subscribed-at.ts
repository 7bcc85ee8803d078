import type { Connection } from 'mongoose';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { MonthSubscriber } from '../../domain/report/facts.js';
import type { ReadSubscribers } from '../../services/reports/ports.js';
import { type SubscriberDocument, subscriberModel } from './subscriber-model.js';

/** How many had agreed before that moment and had not left by then; most are counted from an index alone. */
export async function countSubscribedAt(
  connection: Connection,
  moment: Date,
): Promise<Record<ChannelId, number>> {
  const Subscriber = subscriberModel(connection);
  const left = await Subscriber.find(leftSince(moment), LEFT_FIELDS).lean<SubscriberDocument[]>();
  const countOf = async (channel: ChannelId): Promise<[ChannelId, number]> => {
    const staying = await Subscriber.countDocuments({ channel, ...agreedBefore(moment) });
    return [channel, staying + left.filter((one) => one.channel === channel && wasIn(one, moment)).length];
  };
  return Object.fromEntries(await Promise.all(CHANNEL_IDS.map(countOf))) as Record<ChannelId, number>; // every channel
}

/** Reads the same people. */
export function createReadSubscribers(connection: Connection): ReadSubscribers {
  const Subscriber = subscriberModel(connection);
  return async (moment) => {
    const fields = { channel: 1, 'consent.at': 1, createdAt: 1 } as const;
    const [staying, left] = await Promise.all([
      Subscriber.find({ channel: { $in: [...CHANNEL_IDS] }, ...agreedBefore(moment) }, fields).lean<
        SubscriberDocument[]
      >(),
      Subscriber.find(leftSince(moment), LEFT_FIELDS).lean<SubscriberDocument[]>(),
    ]);
    return [
      ...staying.map((one) => toMonthSubscriber(one, one.consent?.at)),
      ...left.filter((one) => wasIn(one, moment)).map((one) => toMonthSubscriber(one, undefined)),
    ].sort((a, b) => a.id.localeCompare(b.id));
  };
}

const LEFT_FIELDS = { channel: 1, status: 1, 'consent.at': 1, createdAt: 1 } as const;

const agreedBefore = (moment: Date) => ({ status: 'active' as const, 'consent.at': { $lt: moment } });

/** Who has left since; some are back by now, and who was erased leaves only the dates. */
const leftSince = (moment: Date) => ({ leftAt: { $gte: moment } });

/** Whether somebody who has left since was in, and is not among those who have never left. */
function wasIn({ status, consent, createdAt }: SubscriberDocument, moment: Date): boolean {
  const isStaying = status === 'active' && consent !== undefined && consent.at < moment;
  return createdAt < moment && !isStaying;
}

function toMonthSubscriber(
  { _id, channel, createdAt }: SubscriberDocument,
  agreedAt: Date | undefined,
): MonthSubscriber {
  return { id: _id.toHexString(), channel, since: agreedAt ?? createdAt };
}
