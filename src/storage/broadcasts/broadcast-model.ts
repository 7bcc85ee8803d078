import { type Connection, type Model, Schema, type Types } from 'mongoose';
import { AMENDMENT_ACTIONS, AMENDMENT_WAYS } from '../../domain/amendment.js';
import { BROADCAST_KINDS, BROADCAST_STATUSES, type Broadcast } from '../../domain/broadcast.js';
import type { Planning } from '../../services/broadcasts/store.js';
import { typedModel } from '../typed-model.js';

type Optional = 'link' | 'sendAt' | 'undoUntil' | 'pauseReason' | 'startedAt' | 'finishedAt';

export type BroadcastDocument = Omit<Broadcast, 'id' | 'editedBy' | Optional> & {
  readonly [K in Optional]?: NonNullable<Broadcast[K]>;
} & {
  readonly _id: Types.ObjectId;
  /** Absent on broadcasts of the first versions */
  readonly editedBy?: string;
  readonly planning?: Planning;
  /** What `text` looks through: see `searchWords` */
  readonly words?: readonly string[];
};

const linkSchema = new Schema({ url: String, label: String }, { _id: false });
const pictureSchema = new Schema(
  {
    fileId: String,
    publicName: String,
    alt: { type: String, default: '' },
    sourceUrl: String,
    wasAnimated: Boolean,
  },
  { _id: false },
);
const missedSchema = new Schema({ broadcastId: String, includeUnknown: Boolean }, { _id: false });
const approvalSchema = new Schema(
  { by: String, hash: String, at: Date, emergencyReason: String, viberForecast: Schema.Types.Mixed },
  { _id: false },
);

const amendsSchema = new Schema(
  {
    broadcastId: { type: String, required: true },
    number: { type: Number, required: true },
    action: { type: String, enum: AMENDMENT_ACTIONS, required: true },
    sentAt: { type: Date, required: true },
    ways: {
      type: {
        telegram: { type: String, enum: AMENDMENT_WAYS },
        viber: { type: String, enum: AMENDMENT_WAYS },
        _id: false,
      },
      required: true,
    },
    reason: String,
  },
  { _id: false },
);

const proposalSchema = new Schema({ text: String, by: String, at: Date }, { _id: false });

const broadcastSchema = new Schema(
  {
    kind: { type: String, enum: BROADCAST_KINDS, required: true },
    title: { type: String, default: '' },
    text: { type: String, default: '' },
    link: linkSchema,
    pictures: { type: [pictureSchema], default: [] },
    buttons: { type: [linkSchema], default: [] },
    audience: {
      type: { channels: [String], topics: [String], missed: missedSchema, _id: false },
      default: {},
    },
    sendAt: Date,
    delivery: { type: String, enum: ['instant', 'digest'], required: true },
    ignoreQuietHours: { type: Boolean, required: true },
    status: { type: String, enum: BROADCAST_STATUSES, required: true },
    hash: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    editedBy: String,
    editedAt: Date,
    approvals: { type: [approvalSchema], default: [] },
    undoUntil: Date,
    pauseReason: String,
    startedAt: Date,
    finishedAt: Date,
    amends: amendsSchema,
    proposal: proposalSchema,
    publicationId: String,
    discussion: { type: { publicationId: String, until: String, _id: false } },
    recalledAt: Date,
    planning: { type: Schema.Types.Mixed },
    words: { type: [String], default: undefined },
  },
  { collection: 'broadcasts', versionKey: false, minimize: false },
);
broadcastSchema.index({ status: 1, _id: 1 });
broadcastSchema.index({ status: 1, finishedAt: 1, _id: 1 });
broadcastSchema.index({ startedAt: -1, _id: -1 });
broadcastSchema.index({ createdAt: -1 });
broadcastSchema.index({ kind: 1, _id: -1 });
broadcastSchema.index({ words: 1, _id: -1 });
broadcastSchema.index({ publicationId: 1, _id: -1 }, { sparse: true });
// Two people who correct at the same moment: one of them is told to look again.
broadcastSchema.index(
  { 'amends.broadcastId': 1, 'amends.number': 1 },
  { unique: true, partialFilterExpression: { 'amends.broadcastId': { $exists: true } } },
);

export function broadcastModel(connection: Connection): Model<BroadcastDocument> {
  return typedModel(connection, 'Broadcast', broadcastSchema);
}

/** A stored broadcast as the services know it. */
export function toBroadcast(document: BroadcastDocument): Broadcast {
  const { _id, planning: _planning, words: _words, ...fields } = document;
  return {
    ...fields,
    id: _id.toHexString(),
    editedBy: document.editedBy ?? document.createdBy,
    link: document.link,
    sendAt: document.sendAt,
    undoUntil: document.undoUntil,
    pauseReason: document.pauseReason,
    startedAt: document.startedAt,
    finishedAt: document.finishedAt,
  };
}
