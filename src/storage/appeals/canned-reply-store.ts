import { type Connection, Types } from 'mongoose';
import type { CannedReply } from '../../domain/canned-reply.js';
import { CANNED_REPLIES_MAX, type CannedReplyStore } from '../../services/canned-replies/canned-replies.js';
import { isDuplicateKey } from '../connection.js';
import { objectId } from '../cursor.js';
import { type CannedReplyDocument, cannedReplyModel, toCannedReply } from './canned-reply-model.js';

/** Prepared answers, by title. */
export function createCannedReplyStore(connection: Connection): CannedReplyStore {
  const Row = cannedReplyModel(connection);

  return {
    async list() {
      const rows = await Row.find()
        .sort({ title: 1 })
        .limit(CANNED_REPLIES_MAX)
        .lean<CannedReplyDocument[]>();
      return rows.map(toCannedReply);
    },

    async get(id) {
      const _id = objectId(id);
      const row = _id && (await Row.findById(_id).lean<CannedReplyDocument>());
      return row ? toCannedReply(row) : undefined;
    },

    insert: (reply) =>
      unlessTaken(async () => {
        const row = new Row(reply);
        await row.save();
        return toCannedReply(row.toObject());
      }),

    change: (id, { departmentId, ...fields }) =>
      unlessTaken(async () => {
        const update =
          departmentId === undefined
            ? { $set: fields, $unset: { departmentId: 1 } }
            : { $set: { ...fields, departmentId } };
        const row = await Row.findOneAndUpdate({ _id: new Types.ObjectId(id) }, update, {
          returnDocument: 'after',
        }).lean<CannedReplyDocument>();
        return row ? toCannedReply(row) : undefined;
      }),

    async remove(id) {
      await Row.deleteOne({ _id: new Types.ObjectId(id) });
    },
  };
}

async function unlessTaken<Result extends CannedReply | undefined>(
  write: () => Promise<Result>,
): Promise<Result | 'taken'> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    throw error;
  }
}
