import { type Connection, type Model, Schema } from 'mongoose';
import type { OutgoingContent } from '../../domain/content.js';
import type { Lane } from '../../domain/delivery.js';
import { type OutboxDocument, outboxFields } from '../broadcasts/delivery-model.js';
import { typedModel } from '../typed-model.js';

export const MESSAGE_LANES = ['reply', 'ordinary'] as const satisfies readonly Lane[];
export type MessageLane = (typeof MESSAGE_LANES)[number];

export interface MessageDocument extends OutboxDocument {
  readonly key: string;
  /** Answers are not to wait behind thousands of digests */
  readonly lane: MessageLane;
  /** It stands for rows of broadcasts, which still are to learn what became of it, or have */
  readonly digest?: 'open' | 'settled';
  readonly content: OutgoingContent;
  readonly appealNumber?: string;
}

const messageSchema = new Schema(
  {
    ...outboxFields,
    key: { type: String, required: true },
    lane: { type: String, enum: MESSAGE_LANES, required: true },
    digest: { type: String, enum: ['open', 'settled'] },
    content: { type: Schema.Types.Mixed, required: true },
    appealNumber: String,
  },
  { collection: 'messages', versionKey: false },
);
messageSchema.index({ key: 1 }, { unique: true });
messageSchema.index({ channel: 1, lane: 1, status: 1, dueAt: 1 });
messageSchema.index({ digest: 1, status: 1 }, { partialFilterExpression: { digest: 'open' } });
messageSchema.index({ channel: 1, address: 1, messageIds: 1 });
messageSchema.index({ status: 1, at: -1 }, { partialFilterExpression: { appealNumber: { $exists: true } } });
messageSchema.index(
  { billedIn: 1, billingStatus: 1, part: 1 },
  { partialFilterExpression: { billedIn: { $exists: true } } },
);

/** Messages to one person outside a broadcast, by a key that makes writing them twice harmless. */
export function messageModel(connection: Connection): Model<MessageDocument> {
  return typedModel(connection, 'Message', messageSchema);
}
