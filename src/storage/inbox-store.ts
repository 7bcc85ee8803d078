import { type Connection, type Model, Schema, Types } from 'mongoose';
import type { ChannelId } from '../domain/channel-id.js';
import type { InboxQueue, InboxStore } from '../services/intake/store.js';
import { isDuplicateKey } from './connection.js';
import { typedModel } from './typed-model.js';

/** Processed rows are kept this long: enough to investigate, short enough for personal data. */
const KEPT_SECONDS = 30 * 24 * 3600;

export interface InboxDocument {
  readonly _id: Types.ObjectId;
  readonly channel: ChannelId;
  readonly key: string;
  readonly queue: InboxQueue;
  readonly person: string;
  readonly body: string;
  readonly receivedAt: Date;
  /** Order of arrival: microseconds that never repeat within a process */
  readonly order: number;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly attempt: number;
  readonly doneAt?: Date;
}

const inboxSchema = new Schema<InboxDocument>(
  {
    channel: { type: String, required: true },
    key: { type: String, required: true },
    queue: { type: String, enum: ['residents', 'receipts'], required: true },
    person: { type: String, default: '' },
    body: { type: String, default: '' },
    receivedAt: { type: Date, required: true },
    order: { type: Number, required: true },
    state: { type: String, enum: ['waiting', 'done', 'failed'], required: true },
    attempt: { type: Number, required: true },
    doneAt: Date,
  },
  { collection: 'inbox', versionKey: false },
);
inboxSchema.index({ channel: 1, key: 1 }, { unique: true });
inboxSchema.index({ channel: 1, queue: 1, state: 1, order: 1 });
inboxSchema.index({ doneAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });
// What one person said, for whoever wants it forgotten.
inboxSchema.index({ channel: 1, person: 1 }, { partialFilterExpression: { queue: 'residents' } });

export function inboxModel(connection: Connection): Model<InboxDocument> {
  return typedModel(connection, 'Inbox', inboxSchema);
}

/** Every update as received, stored before the messenger is told that we have it. */
export function createInboxStore(connection: Connection): InboxStore {
  const Inbox = inboxModel(connection);
  let lastOrder = 0;

  return {
    async insert(updates) {
      const rows = updates.map(({ isReceipt, ...update }) => ({
        _id: new Types.ObjectId(),
        ...update,
        queue: isReceipt ? ('receipts' as const) : ('residents' as const),
        order: nextOrder(update.receivedAt),
        state: 'waiting' as const,
        attempt: 0,
      }));
      try {
        await Inbox.collection.insertMany(rows, { ordered: false });
        return rows.map(() => false);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const stored = await Inbox.find({ _id: { $in: rows.map(({ _id }) => _id) } }, { _id: 1 }).lean();
        const inserted = new Set(stored.map(({ _id }) => _id.toHexString()));
        return rows.map(({ _id }) => !inserted.has(_id.toHexString()));
      }
    },

    async waiting(channel, queue, { ids, people = [] }, limit) {
      const others = { _id: { $nin: ids.map((id) => new Types.ObjectId(id)) }, person: { $nin: people } };
      const documents = await Inbox.find({ channel, queue, state: 'waiting', ...others })
        .sort({ order: 1 })
        .limit(limit)
        .lean();
      return documents.map(({ _id, person, body, receivedAt, attempt }) => ({
        id: _id.toHexString(),
        channel,
        person,
        body,
        receivedAt,
        attempt,
      }));
    },

    async markDone(ids, at) {
      const rows = { _id: { $in: ids.map((id) => new Types.ObjectId(id)) } };
      await Inbox.updateMany(rows, { $set: { state: 'done', doneAt: at } });
    },

    async markFailed(id, attempt, gaveUp, at) {
      const given = gaveUp ? { state: 'failed' as const, doneAt: at } : {};
      await Inbox.updateOne({ _id: new Types.ObjectId(id) }, { $set: { attempt, ...given } });
    },

    async forget(id) {
      await Inbox.updateOne({ _id: new Types.ObjectId(id) }, { $set: { body: '' } });
    },
  };

  function nextOrder(receivedAt: Date): number {
    lastOrder = Math.max(lastOrder + 1, receivedAt.getTime() * 1_000);
    return lastOrder;
  }
}
