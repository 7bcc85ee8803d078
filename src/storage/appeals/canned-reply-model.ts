import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { CannedReply } from '../../domain/canned-reply.js';
import { typedModel } from '../typed-model.js';
import { appealFileSchema } from './appeal-model.js';

export type CannedReplyDocument = Omit<CannedReply, 'id' | 'departmentId'> & {
  readonly _id: Types.ObjectId;
  readonly departmentId?: string;
};

const cannedReplySchema = new Schema(
  {
    title: { type: String, required: true },
    text: { type: String, required: true },
    departmentId: String,
    files: { type: [appealFileSchema], default: [] },
  },
  { collection: 'cannedReplies', versionKey: false },
);
cannedReplySchema.index({ title: 1 }, { unique: true });

export function cannedReplyModel(connection: Connection): Model<CannedReplyDocument> {
  return typedModel(connection, 'CannedReply', cannedReplySchema);
}

/** A stored reply as the services know it. */
export function toCannedReply({ _id, departmentId, ...fields }: CannedReplyDocument): CannedReply {
  return { ...fields, departmentId, id: _id.toHexString() };
}
