import { type Connection, type Model, Schema } from 'mongoose';
import type { OutgoingContent } from '../domain/content.js';
import { type OutboxDocument, outboxFields } from './delivery-model.js';
import { typedModel } from './typed-model.js';

export interface MessageDocument extends OutboxDocument {
  readonly key: string;
  readonly content: OutgoingContent;
  readonly appealNumber?: string;
}

const messageSchema = new Schema(
  {
    ...outboxFields,
    key: { type: String, required: true },
    content: { type: Schema.Types.Mixed, required: true },
    appealNumber: String,
  },
  { collection: 'messages', versionKey: false },
);
messageSchema.index({ key: 1 }, { unique: true });
messageSchema.index({ channel: 1, status: 1, dueAt: 1 });
messageSchema.index({ channel: 1, address: 1, messageIds: 1 });

/** Messages to one person outside a broadcast, by a key that makes writing them twice harmless. */
export function messageModel(connection: Connection): Model<MessageDocument> {
  return typedModel(connection, 'Message', messageSchema);
}
