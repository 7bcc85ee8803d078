import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { CallBack, CallBackStore, CallMade } from '../../services/call-backs/call-backs.js';
import { objectId } from '../cursor.js';
import { typedModel } from '../typed-model.js';

interface CallBackDocument extends Omit<CallBack, 'id'>, Partial<CallMade> {
  readonly _id: Types.ObjectId;
  readonly inboxId: string;
  readonly isOpen: boolean;
}

const callBackSchema = new Schema(
  {
    inboxId: { type: String, required: true },
    subscriberId: { type: String, required: true },
    phone: { type: String, required: true },
    askedAt: { type: Date, required: true },
    isOpen: { type: Boolean, required: true },
    doneAt: Date,
    doneBy: String,
    note: String,
  },
  { collection: 'callBacks', versionKey: false },
);
callBackSchema.index({ inboxId: 1 }, { unique: true });
callBackSchema.index({ isOpen: 1, askedAt: 1, _id: 1 });
callBackSchema.index({ subscriberId: 1 });
callBackSchema.index({ doneAt: 1 }, { sparse: true });

export function callBackModel(connection: Connection): Model<CallBackDocument> {
  return typedModel(connection, 'CallBack', callBackSchema);
}

/** Calls that residents asked for. */
export function createCallBackStore(connection: Connection): CallBackStore {
  const Row = callBackModel(connection);

  return {
    async add(inboxId, wish) {
      await Row.updateOne({ inboxId }, { $setOnInsert: { ...wish, isOpen: true } }, { upsert: true });
    },

    async open(limit) {
      const rows = await Row.find({ isOpen: true })
        .sort({ askedAt: 1, _id: 1 })
        .limit(limit)
        .lean<CallBackDocument[]>();
      return rows.map(({ _id, subscriberId, phone, askedAt }) => ({
        id: _id.toHexString(),
        subscriberId,
        phone,
        askedAt,
      }));
    },

    countOpen: () => Row.countDocuments({ isOpen: true }),

    async finish(id, by) {
      const _id = objectId(id);
      if (!_id) return false;
      const { modifiedCount } = await Row.updateOne(
        { _id, isOpen: true },
        { $set: { isOpen: false, ...by } },
      );
      return modifiedCount === 1;
    },
  };
}
