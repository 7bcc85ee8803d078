import { type Connection, Types } from 'mongoose';
import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import { broadcastModel } from '../broadcasts/broadcast-model.js';
import { deliveryModel, type OutboxDocument } from '../broadcasts/delivery-model.js';
import { isDuplicateKey } from '../connection.js';
import { messageModel } from '../outbox/message-model.js';
import { type SubscriberDocument, subscriberModel } from '../subscribers/subscriber-model.js';
import { sandboxModel } from './sandbox-model.js';

type SettledRow = Pick<OutboxDocument, 'channel' | 'address' | 'locale' | 'status' | 'code'> & {
  readonly subscriberId: string;
  readonly at: Date;
};
interface FormerSubscriber extends Pick<SubscriberDocument, 'channel' | 'address' | 'createdAt'> {
  readonly leftAt: Date;
}
type SettledMessage = SettledRow & {
  readonly key: string;
  readonly content: OutgoingContent;
  readonly appealNumber: string;
};

/** Rows of one insert. */
const ROWS_PER_INSERT = 1_000;

/** Writes the sandbox's demonstration data; every call may be repeated. */
export function createDemonstrationStore(connection: Connection) {
  const Mark = sandboxModel(connection);
  const BroadcastRow = broadcastModel(connection);
  const Delivery = deliveryModel(connection);
  const Message = messageModel(connection);
  const Subscriber = subscriberModel(connection);

  return {
    async begin(at: Date): Promise<{ readonly at: Date; readonly finished: boolean }> {
      await ignoringDuplicates(Mark.insertMany([{ _id: 'demonstration', value: { at, finished: false } }]));
      const mark = await Mark.findById('demonstration').lean();
      if (!mark) throw new Error('the mark of the demonstration data is gone');
      return mark.value as { at: Date; finished: boolean }; // written above only
    },

    async finish(): Promise<void> {
      await Mark.updateOne({ _id: 'demonstration' }, { $set: { 'value.finished': true } });
    },

    async addBroadcast({ id, ...broadcast }: Broadcast, deliveries: readonly SettledRow[]): Promise<void> {
      const broadcastId = new Types.ObjectId(id);
      await ignoringDuplicates(new BroadcastRow({ _id: broadcastId, ...broadcast }).save());
      for (let from = 0; from < deliveries.length; from += ROWS_PER_INSERT) {
        const rows = deliveries.slice(from, from + ROWS_PER_INSERT).map((row) => ({
          ...settled(row),
          ...handedOver(row, broadcast.startedAt),
          broadcastId,
          revision: 0,
        }));
        await ignoringDuplicates(Delivery.collection.insertMany(rows as never[], { ordered: false }));
      }
    },

    async addFormerSubscribers(people: readonly FormerSubscriber[]): Promise<void> {
      const rows = people.map((person) => ({
        ...person,
        locale: 'uk',
        status: 'erased',
        topics: [],
        topicsKey: '',
        deliveryMode: 'digest',
        digestAt: '18:00',
      }));
      for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
        await ignoringDuplicates(
          Subscriber.collection.insertMany(rows.slice(from, from + ROWS_PER_INSERT) as never[], {
            ordered: false,
          }),
        );
    },

    async addMessage({ key, content, appealNumber, ...row }: SettledMessage): Promise<void> {
      const message = { ...settled(row), lane: 'reply', key, content, appealNumber };
      await ignoringDuplicates(new Message(message).save());
    },
  };
}

/** The fields of an outbox row whose work is done. */
function settled({ subscriberId, ...row }: SettledRow) {
  return {
    ...row,
    subscriberId: new Types.ObjectId(subscriberId),
    dueAt: row.at,
    attempt: 0,
    part: 1,
    fence: 0,
    messageIds: [],
  };
}

function handedOver({ status, at }: SettledRow, startedAt: Date | undefined) {
  return { firstDueAt: startedAt ?? at, ...(status === 'failed' ? {} : { handedAt: at }) };
}

async function ignoringDuplicates(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
