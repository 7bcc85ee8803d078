import { type Connection, type Model, Schema, type Types } from 'mongoose';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { LOCALES } from '../../domain/locale.js';
import { SUBSCRIBER_STATUSES, type Subscriber } from '../../domain/subscriber.js';
import { BUILT_IN_TOPICS, parseTopic, type Topic } from '../../domain/topic.js';
import { typedModel } from '../typed-model.js';

export type SubscriberDocument = Omit<Subscriber, 'id' | 'name' | 'consent' | 'source'> & {
  readonly _id: Types.ObjectId;
  readonly name?: string;
  /** Chosen by the person; the messenger's stays beside it */
  readonly ownName?: string;
  readonly consent?: NonNullable<Subscriber['consent']>;
  readonly source?: string;
  /** The topics as one value, see {@link topicsKey} */
  readonly topicsKey: string;
  /** When the person last opened a session, by Viber's clock */
  readonly heardAt?: Date;
  /** When the person last stopped being active, by the real clock */
  readonly leftAt?: Date;
  /** The open question and the unfinished form; read back by the dialogue's own parser */
  readonly dialogue?: { readonly state: unknown; readonly inboxId: string };
};

const consentSchema = new Schema(
  {
    source: { type: String, enum: ['dialogue', 'import'], required: true },
    version: { type: Number, required: true },
    textHash: { type: String, default: '' },
    at: { type: Date, required: true },
  },
  { _id: false },
);

const subscriberSchema = new Schema(
  {
    channel: { type: String, enum: CHANNEL_IDS, required: true },
    address: { type: String, required: true },
    name: String,
    ownName: String,
    applicant: { type: { fullName: String, residence: String, at: Date, _id: false } },
    locale: { type: String, enum: LOCALES, required: true, default: 'uk' },
    status: { type: String, enum: SUBSCRIBER_STATUSES, required: true },
    topics: { type: [String], required: true, default: [] },
    topicsKey: { type: String, default: '' },
    deliveryMode: { type: String, enum: ['instant', 'digest'], required: true, default: 'digest' },
    digestAt: { type: String, required: true, default: '18:00' },
    quietHours: new Schema({ from: String, to: String }, { _id: false }),
    consent: consentSchema,
    appealConsent: { type: { version: Number, textHash: String, at: Date, _id: false } },
    forgottenAt: Date,
    source: String,
    createdAt: { type: Date, required: true },
    leftAt: Date,
    heardAt: Date,
    dialogue: { type: Schema.Types.Mixed },
  },
  { collection: 'subscribers', versionKey: false, minimize: false },
);
subscriberSchema.index({ channel: 1, address: 1 }, { unique: true });
subscriberSchema.index({ channel: 1, status: 1, _id: 1 });
subscriberSchema.index({ status: 1, _id: 1 });
// The census is counted from it alone: an array cannot be, so the topics stand there as one value.
subscriberSchema.index({ channel: 1, status: 1, topicsKey: 1, deliveryMode: 1 });
// How many had agreed by a day.
subscriberSchema.index({ channel: 1, status: 1, 'consent.at': 1 });

subscriberSchema.index({ name: 1 }, { sparse: true });
subscriberSchema.index({ leftAt: 1 }, { sparse: true });
// People who left and of whom more than that is kept.
subscriberSchema.index(
  { leftAt: 1, status: 1 },
  { partialFilterExpression: { leftAt: { $exists: true }, 'consent.at': { $exists: true } } },
);
// Unfinished appeals, by their last step.
subscriberSchema.index({ 'dialogue.state.form.savedAt': 1 }, { sparse: true });
subscriberSchema.index({ 'dialogue.state.kept.savedAt': 1 }, { sparse: true });
subscriberSchema.index(
  { channel: 1, status: 1, heardAt: 1 },
  { partialFilterExpression: { heardAt: { $exists: true } } },
);

export function subscriberModel(connection: Connection): Model<SubscriberDocument> {
  return typedModel(connection, 'Subscriber', subscriberSchema);
}

/** Topics as one value of an index, the same in whatever order they were chosen: built-in ones first. */
export function topicsKey(topics: readonly Topic[]): string {
  const builtIn = BUILT_IN_TOPICS.filter((topic) => topics.includes(topic));
  const added = topics.filter((topic) => !builtIn.some((known) => known === topic));
  return [...builtIn, ...new Set(added.sort())].join(',');
}

/** The topics that {@link topicsKey} stands for. */
export function topicsOfKey(key: string): readonly Topic[] {
  return key.split(',').flatMap((word) => parseTopic(word) ?? []);
}

/** A stored person as the services know them. */
export function toSubscriber(document: SubscriberDocument): Subscriber {
  const {
    _id,
    dialogue: _dialogue,
    leftAt: _leftAt,
    heardAt: _heardAt,
    topicsKey: _key,
    ownName,
    ...fields
  } = document;
  return {
    ...fields,
    id: _id.toHexString(),
    name: ownName ?? document.name,
    consent: document.consent,
    source: document.source,
  };
}
