import { type Connection, type Model, Schema } from 'mongoose';
import type { KnownItem } from '../../services/feeds/store.js';
import { typedModel } from '../typed-model.js';

type Optional = 'guid' | 'url' | 'publicationId' | 'change';

export type FeedItemDocument = Omit<KnownItem, 'id' | Optional> & {
  readonly [K in Optional]?: NonNullable<KnownItem[K]>;
} & {
  /** `<feedId> <key>` */
  readonly _id: string;
};

const versionFields = {
  title: { type: String, default: '' },
  text: { type: String, default: '' },
  hash: String,
};

const feedItemSchema = new Schema(
  {
    _id: { type: String, required: true },
    feedId: { type: String, required: true },
    key: { type: String, required: true },
    guid: String,
    url: String,
    ...versionFields,
    seenAt: { type: Date, required: true },
    publicationId: String,
    change: { type: new Schema({ ...versionFields, at: Date }, { _id: false }) },
  },
  { collection: 'feedItems', versionKey: false },
);
feedItemSchema.index({ feedId: 1, guid: 1 });
feedItemSchema.index({ feedId: 1, hash: 1 });
feedItemSchema.index(
  { feedId: 1, 'change.at': -1 },
  { partialFilterExpression: { change: { $exists: true } } },
);

export function feedItemModel(connection: Connection): Model<FeedItemDocument> {
  return typedModel(connection, 'FeedItem', feedItemSchema);
}

/** A stored item as the services know it. */
export function toKnownItem({ _id, ...fields }: FeedItemDocument): KnownItem {
  return {
    ...fields,
    id: _id,
    guid: fields.guid,
    url: fields.url,
    publicationId: fields.publicationId,
    change: fields.change,
  };
}
