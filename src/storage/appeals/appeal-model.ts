import { type Connection, type Model, Schema, type Types } from 'mongoose';
import {
  APPEAL_CATEGORIES,
  APPEAL_DOORS,
  APPEAL_NATURES,
  APPEAL_NOTICES,
  APPEAL_STATUSES,
  type Appeal,
  type AppealFile,
  ESCALATION_STAGES,
  MISSING_DETAILS,
  RATINGS,
  REVIEW_DECISIONS,
  VERDICTS,
} from '../../domain/appeal.js';
import { APPEAL_CHANNELS } from '../../domain/appeal-channel.js';
import { QUARANTINE_REASONS } from '../../domain/suspicion.js';
import { typedModel } from '../typed-model.js';
import { BY_DUE_DATE, BY_LIMIT, BY_PLACE, FACETS, NEWEST_FIRST, OF_LIMITED_ACCESS } from './appeal-order.js';

type Optional =
  | 'incomingNumber'
  | 'review'
  | 'applicant'
  | 'place'
  | 'assigneeId'
  | 'dueAt'
  | 'rating'
  | 'toSign'
  | 'mergedInto'
  | 'accessLimit'
  | 'consideration'
  | 'escalation'
  | 'quarantine';

interface ToShare {
  readonly messageId: string;
  /** Of the appeal that is to get it */
  readonly number: string;
}

export type AppealDocument = Omit<Appeal, Optional | 'number'> & {
  readonly [K in Optional]?: NonNullable<Appeal[K]>;
} & {
  readonly _id: Types.ObjectId;
  readonly number: string;
  readonly sourceInboxId: string;
  /** Ids of staff messages not yet in the outbox */
  readonly unqueued?: readonly string[];
  /** Who is still to get an answer that this appeal shares */
  readonly unshared?: readonly ToShare[];
  /** There while its registration is to come */
  readonly unregistered?: true;
  /** How many people signed it, where it is collective: the report counts them without reading names */
  readonly applicants?: number;
  /** It names somebody; gone when the person is taken out of it */
  readonly named?: true;
  /** When somebody last wrote anything into it: terms of keeping run from there */
  readonly lastAt: Date;
  /** Its citizen has asked to be erased: untied from the chat once nobody owes an answer */
  readonly letGo?: true;
  /** There until a person has decided about the quarantine */
  readonly inQuarantine?: true;
  /** Somebody still owes an answer; nobody does while it is in quarantine */
  readonly open: boolean;
  /** When its term is to be looked at; absent: not again */
  readonly lookAt?: Date;
  /** Place in the queue: the due date, or the end of time where there is none */
  readonly queueAt: Date;
  /** The assignee, or `NOBODY` */
  readonly holderId: string;
  /** What neighbours' appeals are found by: see `placeKeys` */
  readonly placeKeys?: readonly string[];
  /** What `q` is looked for in: see `appealStems` */
  readonly stems: readonly string[];
};

export const appealFileSchema = new Schema<AppealFile>(
  {
    fileId: { type: String, required: true },
    kind: { type: String, required: true },
    name: { type: String, default: '' },
    contentType: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    durationSeconds: Number,
  },
  { _id: false },
);
const messageSchema = new Schema(
  {
    id: { type: String, required: true },
    from: { type: String, enum: ['citizen', 'staff'], required: true },
    authorId: String,
    text: { type: String, default: '' },
    files: { type: [appealFileSchema], default: [] },
    at: { type: Date, required: true },
    outboxKey: String,
    notice: { type: String, enum: APPEAL_NOTICES },
    signedById: String,
    outgoingNumber: String,
    sharedFrom: String,
    refusal: Boolean,
  },
  { _id: false, id: false },
);
const toSignSchema = new Schema(
  {
    text: String,
    files: { type: [appealFileSchema], default: [] },
    authorId: String,
    at: Date,
    toAll: Boolean,
  },
  { _id: false },
);
const noteSchema = new Schema(
  { id: String, authorId: String, text: String, at: Date },
  { _id: false, id: false },
);
const callSchema = new Schema({ messageId: String, authorId: String, at: Date }, { _id: false });
const historySchema = new Schema(
  {
    status: { type: String, enum: APPEAL_STATUSES },
    at: Date,
    by: String,
    reason: String,
    departmentId: String,
    assigneeId: String,
    until: Date,
    outside: {
      type: { addressee: String, letterNumber: String, letterDay: String, phone: String, _id: false },
    },
    missing: { type: [{ type: String, enum: MISSING_DETAILS }], default: undefined },
    review: { type: String, enum: ['asked', ...REVIEW_DECISIONS] },
    mergedInto: String,
    access: { type: String, enum: ['limited', 'open'] },
    escalation: { type: String, enum: ESCALATION_STAGES },
    told: { type: [String], default: undefined },
  },
  { _id: false },
);

const applicantSchema = new Schema({ fullName: String, residence: String, phone: String }, { _id: false });

const appealSchema = new Schema(
  {
    number: { type: String, required: true },
    sourceInboxId: { type: String, required: true },
    channel: { type: String, enum: APPEAL_CHANNELS, required: true },
    subscriberId: String,
    address: String,
    door: { type: String, enum: APPEAL_DOORS, required: true },
    nature: { type: String, enum: APPEAL_NATURES },
    applicant: applicantSchema,
    applicants: Number,
    coApplicants: { type: [applicantSchema], default: undefined },
    category: { type: String, enum: APPEAL_CATEGORIES, required: true },
    departmentId: { type: String, required: true },
    commentsOn: String,
    consideration: {
      type: { verdict: { type: String, enum: VERDICTS }, reason: String, by: String, at: Date, _id: false },
    },
    place: { type: { address: String, point: { latitude: Number, longitude: Number }, _id: false } },
    status: { type: String, enum: APPEAL_STATUSES, required: true },
    assigneeId: String,
    receivedAt: { type: Date, required: true },
    registeredAt: { type: Date, required: true },
    incomingNumber: String,
    dueAt: Date,
    subject: { type: String, default: '' },
    unqueued: { type: [String], default: undefined },
    unshared: { type: [{ messageId: String, number: String, _id: false }], default: undefined },
    unregistered: Boolean,
    open: { type: Boolean, required: true },
    queueAt: { type: Date, required: true },
    holderId: { type: String, required: true },
    stems: { type: [String], required: true },
    placeKeys: { type: [String], default: undefined },
    messages: { type: [messageSchema], default: [] },
    notes: { type: [noteSchema], default: [] },
    history: { type: [historySchema], default: [] },
    calls: { type: [callSchema], default: undefined },
    rating: { type: String, enum: RATINGS },
    review: { type: { askedAt: Date, until: Date, _id: false } },
    escalation: {
      type: { stage: { type: String, enum: ESCALATION_STAGES }, at: Date, to: [String], _id: false },
    },
    lookAt: Date,
    toSign: toSignSchema,
    mergedInto: String,
    accessLimit: { type: { signs: [String], reason: String, by: String, at: Date, _id: false } },
    quarantine: { type: String, enum: QUARANTINE_REASONS },
    inQuarantine: Boolean,
    named: Boolean,
    lastAt: Date,
    letGo: Boolean,
    pseudonymisedAt: Date,
  },
  { collection: 'appeals', versionKey: false, minimize: false },
);
appealSchema.index({ number: 1 }, { unique: true });
appealSchema.index({ sourceInboxId: 1 }, { unique: true });
appealSchema.index({ subscriberId: 1, _id: -1 });
appealSchema.index(BY_DUE_DATE);
for (const facet of [...FACETS, 'stems']) {
  appealSchema.index({ [facet]: 1, ...BY_DUE_DATE });
  appealSchema.index({ [facet]: 1, ...NEWEST_FIRST });
}
// For counts of those limited to departments.
appealSchema.index({ holderId: 1, open: 1, departmentId: 1, queueAt: 1 });
appealSchema.index({ unqueued: 1 }, { sparse: true });
appealSchema.index({ 'unshared.number': 1 }, { sparse: true });
appealSchema.index({ unregistered: 1 }, { sparse: true });
appealSchema.index(
  { inQuarantine: 1, ...NEWEST_FIRST },
  { partialFilterExpression: { inQuarantine: { $exists: true } } },
);
appealSchema.index(BY_PLACE);
appealSchema.index(BY_LIMIT, { partialFilterExpression: OF_LIMITED_ACCESS });
appealSchema.index({ lookAt: 1 }, { sparse: true });
appealSchema.index(
  { 'escalation.to': 1, ...BY_DUE_DATE },
  { partialFilterExpression: { 'escalation.to': { $exists: true } } },
);
appealSchema.index(
  { 'escalation.stage': 1, open: 1 },
  { partialFilterExpression: { 'escalation.stage': { $exists: true } } },
);
appealSchema.index({ commentsOn: 1, _id: 1 }, { partialFilterExpression: { commentsOn: { $exists: true } } });
appealSchema.index({ receivedAt: 1 });
appealSchema.index({ mergedInto: 1 }, { sparse: true });
appealSchema.index({ 'review.until': 1 }, { sparse: true });
// What is to be forgotten next.
appealSchema.index({ named: 1, open: 1, lastAt: 1 }, { partialFilterExpression: { named: true } });
appealSchema.index({ letGo: 1, open: 1, lastAt: 1 }, { partialFilterExpression: { letGo: true } });

export function appealModel(connection: Connection): Model<AppealDocument> {
  return typedModel(connection, 'Appeal', appealSchema);
}

/** A stored appeal as the services know it. */
export function toAppeal(document: AppealDocument): Appeal {
  const {
    _id,
    sourceInboxId: _source,
    holderId: _holder,
    stems: _stems,
    placeKeys: _placeKeys,
    open: _open,
    queueAt: _queue,
    unqueued: _unqueued,
    unshared: _unshared,
    unregistered: _unregistered,
    applicants: _applicants,
    inQuarantine: _inQuarantine,
    lookAt: _lookAt,
    named: _named,
    lastAt: _lastAt,
    letGo: _letGo,
    ...fields
  } = document;
  return {
    ...fields,
    applicant: document.applicant,
    place: document.place,
    assigneeId: document.assigneeId,
    dueAt: document.dueAt,
    rating: document.rating,
    toSign: document.toSign,
    review: document.review,
    mergedInto: document.mergedInto,
    accessLimit: document.accessLimit,
    consideration: document.consideration,
    escalation: document.escalation,
    quarantine: document.quarantine,
  };
}
