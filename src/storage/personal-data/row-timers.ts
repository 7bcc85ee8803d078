import { type Connection, Schema, Types } from 'mongoose';
import type { Timer } from '../../services/retention/ports.js';
import { callBackModel } from '../appeals/call-back-store.js';
import { inboxModel } from '../inbox-store.js';
import { forgotten } from '../outbox/forgotten-message.js';
import { messageModel } from '../outbox/message-model.js';
import { typedModel } from '../typed-model.js';

/** Processed updates go as a whole: by then no messenger repeats them. */
export function updateTimer(connection: Connection): Timer {
  const Inbox = inboxModel(connection);
  return {
    count: (before, max) => Inbox.countDocuments({ doneAt: { $lt: before } }).limit(max),
    async forget(before, limit) {
      const rows = await Inbox.find({ doneAt: { $lt: before } }, { _id: 1 })
        .sort({ doneAt: 1 })
        .limit(limit)
        .lean();
      return (await Inbox.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } })).deletedCount;
    },
  };
}

/** Calls that were made. */
export function callBackTimer(connection: Connection): Timer {
  const CallBack = callBackModel(connection);
  return {
    count: (before, max) => CallBack.countDocuments({ doneAt: { $lt: before } }).limit(max),
    async forget(before, limit) {
      const rows = await CallBack.find({ doneAt: { $lt: before } }, { _id: 1 })
        .sort({ doneAt: 1 })
        .limit(limit)
        .lean();
      return (await CallBack.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } })).deletedCount;
    },
  };
}

interface MarkDocument {
  readonly _id: 'messages';
  readonly upTo: Types.ObjectId;
}
const markSchema = new Schema(
  { _id: { type: String, required: true }, upTo: { type: Schema.Types.ObjectId, required: true } },
  { collection: 'retentionMarks', versionKey: false },
);
const BEGINNING = new Types.ObjectId('000000000000000000000000');

/**
 * Messages to one person, in the order they were queued: their ids tell when. Those that count something stay without
 * words and address (answers, whose state an appeal shows; what Viber billed), the others go. How far it came is kept,
 * so that what stays is looked at once.
 */
export function messageTimer(connection: Connection): Timer {
  const Message = messageModel(connection);
  const Mark = typedModel<MarkDocument>(connection, 'RetentionMark', markSchema);

  async function due(before: Date) {
    const upTo = (await Mark.findById('messages').lean<MarkDocument>())?.upTo ?? BEGINNING;
    return { _id: { $gt: upTo, $lt: Types.ObjectId.createFromTime(before.getTime() / 1000) } };
  }

  return {
    count: async (before, max) => Message.countDocuments(await due(before)).limit(max),
    async forget(before, limit) {
      const rows = await Message.find(await due(before), {
        appealNumber: 1,
        billedIn: 1,
        digest: 1,
        status: 1,
      })
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      const last = rows.at(-1);
      if (!last) return 0;
      const settled = rows.filter(({ digest, status }) => digest !== 'open' && !WAITING.includes(status));
      const counts = ({ appealNumber, billedIn }: (typeof rows)[number]) => appealNumber ?? billedIn;
      const idsOf = (some: typeof rows) => ({ _id: { $in: some.map(({ _id }) => _id) } });
      await Message.updateMany(idsOf(settled.filter(counts)), forgotten);
      await Message.deleteMany(idsOf(settled.filter((row) => !counts(row))));
      await Mark.updateOne({ _id: 'messages' }, { $set: { upTo: last._id } }, { upsert: true });
      return settled.length;
    },
  };
}

/** Nobody knows yet what becomes of them. */
const WAITING: readonly string[] = ['queued', 'leased', 'sending'];
