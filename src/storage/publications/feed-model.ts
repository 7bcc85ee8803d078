import { type Connection, type Model, Schema, type Types } from 'mongoose';
import { FEED_KINDS, FEED_MODES, type Feed } from '../../domain/feed.js';
import { typedModel } from '../typed-model.js';

type Optional = 'importedAt' | 'lookedAt' | 'goodAt' | 'failure' | 'alarm' | 'etag' | 'lastModified';

export type FeedDocument = Omit<Feed, 'id' | Optional> & {
  readonly [K in Optional]?: NonNullable<Feed[K]>;
} & { readonly _id: Types.ObjectId };

const feedSchema = new Schema(
  {
    name: { type: String, required: true },
    url: { type: String, required: true },
    kind: { type: String, enum: FEED_KINDS, required: true },
    topic: { type: String, required: true },
    mode: { type: String, enum: FEED_MODES, required: true },
    intervalMinutes: { type: Number, required: true },
    isPaused: { type: Boolean, required: true },
    approvedBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    importedAt: Date,
    lookedAt: Date,
    goodAt: Date,
    nextLookAt: { type: Date, required: true },
    failures: { type: Number, required: true },
    failure: String,
    alarm: { type: new Schema({ code: String, reason: String, at: Date }, { _id: false }) },
    etag: String,
    lastModified: String,
  },
  { collection: 'feeds', versionKey: false },
);

export function feedModel(connection: Connection): Model<FeedDocument> {
  return typedModel(connection, 'Feed', feedSchema);
}

/** A stored feed as the services know it. */
export function toFeed({ _id, ...fields }: FeedDocument): Feed {
  return {
    ...fields,
    id: _id.toHexString(),
    importedAt: fields.importedAt,
    lookedAt: fields.lookedAt,
    goodAt: fields.goodAt,
    failure: fields.failure,
    alarm: fields.alarm,
    etag: fields.etag,
    lastModified: fields.lastModified,
  };
}
