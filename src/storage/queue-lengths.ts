import type { Connection } from 'mongoose';
import { CHANNEL_IDS, type ChannelId } from '../domain/channel-id.js';
import { inboxModel } from './inbox-store.js';
import { messageModel } from './outbox/message-model.js';

/** Counted no further: whoever watches needs to know that it is long, not how long. */
const COUNT_MAX = 10_000;

/** What waits in one queue of one messenger. */
export interface Queue {
  readonly name: 'residents' | 'receipts' | 'replies';
  readonly channel: ChannelId;
  /** At most 10,000 are counted */
  readonly count: number;
  /** When the first one came or was written; undefined for an empty queue */
  readonly since: Date | undefined;
}

/** Looks how long the queues of both messengers are: what came in and is not worked on, replies not sent yet. */
export function createQueueLengths(connection: Connection): () => Promise<readonly Queue[]> {
  const Inbox = inboxModel(connection);
  const Message = messageModel(connection);
  return async () => (await Promise.all(CHANNEL_IDS.map(ofChannel))).flat();

  async function ofChannel(channel: ChannelId): Promise<readonly Queue[]> {
    return Promise.all([inbox('residents', channel), inbox('receipts', channel), replies(channel)]);
  }

  async function inbox(name: 'residents' | 'receipts', channel: ChannelId): Promise<Queue> {
    const waiting = { channel, queue: name, state: 'waiting' } as const;
    const [first, count] = await Promise.all([
      Inbox.findOne(waiting, { receivedAt: 1 }).sort({ order: 1 }).lean(),
      Inbox.countDocuments(waiting).limit(COUNT_MAX),
    ]);
    return { name, channel, count, since: first?.receivedAt };
  }

  async function replies(channel: ChannelId): Promise<Queue> {
    const unsent = { channel, lane: 'reply', status: { $in: ['queued', 'leased', 'sending'] } } as const;
    const [first, count] = await Promise.all([
      Message.findOne(unsent, { _id: 1 }).sort({ dueAt: 1 }).lean(),
      Message.countDocuments(unsent).limit(COUNT_MAX),
    ]);
    return { name: 'replies', channel, count, since: first?._id.getTimestamp() };
  }
}
