import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { ChannelId } from '../../domain/channel-id.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../../domain/delivery.js';
import type { Locale } from '../../domain/locale.js';
import { typedModel } from '../typed-model.js';

/** Fields that deliveries and messages share: what the sender works with. */
export interface OutboxDocument {
  readonly _id: Types.ObjectId;
  readonly channel: ChannelId;
  readonly subscriberId: Types.ObjectId;
  readonly address: string;
  readonly locale: Locale;
  readonly status: DeliveryStatus;
  /** From when it may be sent by itself; a row that waits for a digest has none */
  readonly dueAt?: Date;
  readonly attempt: number;
  /** Absent for false */
  readonly repeated?: boolean;
  readonly part: number;
  readonly fence: number;
  readonly messageIds: readonly string[];
  readonly code: string | null;
  /** When the status last changed */
  readonly at: Date | null;
  /** When the messenger took the last part of it */
  readonly handedAt?: Date;
  /** What Viber said of the price of its messages, `part` of them; the last word counts for all */
  readonly billingStatus?: number;
  /** `YYYY-MM` by UTC in which it said so */
  readonly billedIn?: string;
}

export interface DeliveryDocument extends OutboxDocument {
  readonly broadcastId: Types.ObjectId;
  /**
   * Always 0: a correction is a broadcast of its own, with rows of its own. It is part of the unique key that the
   * design promises to those who read the collection beside us
   */
  readonly revision: number;
  readonly batch?: string;
  /** Ids of the person's messages that it edits or deletes: an amendment's row */
  readonly targets?: readonly string[];
  /** When it should have gone, as planned: `dueAt` moves with every retry. Real clock, as all times here */
  readonly firstDueAt: Date;
  /** It goes in a digest, not before this moment of the city's calendar */
  readonly digestAt?: Date;
  /** The digest it goes in: `digestAt` is gone then, and the row ends as the message of this key does */
  readonly digestKey?: string;
  /** When that digest was made up, by the city's calendar */
  readonly digestMadeAt?: Date;
  /** The digest whose message an amendment's row edits: `targets` begin with that message's ids */
  readonly editsDigest?: string;
  /** When its person left, if within a day of this message and after no later one */
  readonly leftAt?: Date;
}

/** Schema fields of every outbox row. */
export const outboxFields = {
  channel: { type: String, required: true },
  subscriberId: { type: Schema.Types.ObjectId, required: true },
  address: { type: String, required: true },
  locale: { type: String, required: true },
  status: { type: String, enum: DELIVERY_STATUSES, required: true },
  dueAt: Date,
  attempt: { type: Number, required: true, default: 0 },
  repeated: Boolean,
  part: { type: Number, required: true, default: 0 },
  fence: { type: Number, required: true, default: 0 },
  messageIds: { type: [String], required: true, default: [] },
  code: { type: String, default: null },
  at: { type: Date, default: null },
  handedAt: Date,
  billingStatus: Number,
  billedIn: String,
} as const;

const deliverySchema = new Schema(
  {
    ...outboxFields,
    broadcastId: { type: Schema.Types.ObjectId, required: true },
    revision: { type: Number, required: true, default: 0 },
    batch: String,
    targets: { type: [String], default: undefined },
    firstDueAt: Date,
    digestAt: Date,
    digestKey: String,
    digestMadeAt: Date,
    editsDigest: String,
    leftAt: Date,
  },
  { collection: 'deliveries', versionKey: false },
);
deliverySchema.index({ broadcastId: 1, subscriberId: 1, revision: 1 }, { unique: true });
deliverySchema.index({ broadcastId: 1, channel: 1, status: 1, dueAt: 1 });
const waitsForDigest = { partialFilterExpression: { digestAt: { $exists: true } } };
deliverySchema.index({ digestAt: 1 }, waitsForDigest);
deliverySchema.index({ subscriberId: 1, digestAt: 1 }, waitsForDigest);
deliverySchema.index({ digestKey: 1 }, { partialFilterExpression: { digestKey: { $exists: true } } });
// "Who did not get it, why": rows with a code are the exception, so the index is small.
deliverySchema.index(
  { broadcastId: 1, code: 1, subscriberId: 1, channel: 1, status: 1 },
  { partialFilterExpression: { code: { $gt: '' } } },
);
deliverySchema.index(
  { broadcastId: 1, leftAt: 1 },
  { partialFilterExpression: { leftAt: { $exists: true } } },
);
// Counted from the index alone, by month or by broadcast.
deliverySchema.index(
  { billedIn: 1, billingStatus: 1, broadcastId: 1, part: 1 },
  { partialFilterExpression: { billedIn: { $exists: true } } },
);
// Only Viber sends receipts, and only for what was sent. A batch has one message id: its entries lie side by side.
deliverySchema.index(
  { messageIds: 1, address: 1 },
  { partialFilterExpression: { channel: 'viber', part: { $gt: 0 } } },
);

/** One row for each (broadcast, subscriber, revision). */
export function deliveryModel(connection: Connection): Model<DeliveryDocument> {
  return typedModel(connection, 'Delivery', deliverySchema);
}
