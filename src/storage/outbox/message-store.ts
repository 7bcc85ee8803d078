import { type Connection, Types } from 'mongoose';
import { countedStatus } from '../../domain/delivery.js';
import { LOST_STATUSES, type Messages } from '../../services/outbox/messages.js';
import { isDuplicateKey } from '../connection.js';
import { messageModel } from './message-model.js';

/**
 * Messages to one person.
 * @param real their `dueAt`: the outbox runs on the real clock
 * @param nudge tells the bot's holder in this process that something is due
 */
export function createMessageStore(connection: Connection, real: () => Date, nudge: () => void): Messages {
  const Message = messageModel(connection);
  return {
    async enqueue(messages) {
      if (messages.length === 0) return;
      const dueAt = real();
      try {
        await Message.insertMany(
          messages.map(({ subscriberId, digest, ...message }) => ({
            ...message,
            ...(digest ? { lane: 'ordinary', digest: 'open' } : { lane: 'reply' }),
            subscriberId: new Types.ObjectId(subscriberId),
            status: 'queued' as const,
            dueAt,
          })),
          { ordered: true },
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await this.enqueue(await missing(messages));
      }
      nudge();
    },

    async states(keys) {
      const documents = await Message.find(
        { key: { $in: [...keys] } },
        { key: 1, status: 1, code: 1 },
      ).lean();
      return new Map(
        documents.map(({ key, status, code }) => [key, { status: countedStatus(status), code }]),
      );
    },

    async lost(since, limit) {
      const documents = await Message.find(
        { status: { $in: [...LOST_STATUSES] }, at: { $gte: since }, appealNumber: { $exists: true } },
        { key: 1, appealNumber: 1 },
      )
        .sort({ at: -1 })
        .limit(limit)
        .lean();
      return documents.flatMap(({ key, appealNumber }) =>
        appealNumber === undefined ? [] : [{ key, appealNumber }],
      );
    },

    async appealOf(channel, address, messageId) {
      const document = await Message.findOne(
        { channel, address, messageIds: messageId },
        { appealNumber: 1 },
      ).lean();
      return document?.appealNumber;
    },
  };

  async function missing<T extends { readonly key: string }>(messages: readonly T[]): Promise<T[]> {
    const there = await Message.find({ key: { $in: messages.map(({ key }) => key) } }, { key: 1 }).lean();
    const keys = new Set(there.map(({ key }) => key));
    return messages.filter(({ key }) => !keys.has(key));
  }
}
