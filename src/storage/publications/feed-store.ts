import { type Connection, Types } from 'mongoose';
import { FEEDS_MAX, type FeedStore } from '../../services/feeds/store.js';
import { objectId } from '../cursor.js';
import { feedItemModel } from './feed-item-model.js';
import { type FeedDocument, feedModel, toFeed } from './feed-model.js';

/** Feeds, and whose turn it is to look at them. */
export function createFeedStore(connection: Connection): FeedStore {
  const Row = feedModel(connection);
  const Item = feedItemModel(connection);

  return {
    async list() {
      const rows = await Row.find().sort({ _id: 1 }).limit(FEEDS_MAX).lean<FeedDocument[]>();
      return rows.map(toFeed);
    },

    async get(id) {
      const _id = objectId(id);
      const row = _id && (await Row.findById(_id).lean<FeedDocument>());
      return row ? toFeed(row) : undefined;
    },

    async insert(feed) {
      const row = new Row(given(feed));
      await row.save();
      return toFeed(row.toObject());
    },

    async change(id, changes) {
      const unset = Object.entries(changes).flatMap(([name, value]) =>
        value === undefined ? [[name, 1]] : [],
      );
      const update = {
        ...(Object.keys(given(changes)).length > 0 ? { $set: given(changes) } : {}),
        ...(unset.length > 0 ? { $unset: Object.fromEntries(unset) } : {}),
      };
      const row = await Row.findOneAndUpdate({ _id: new Types.ObjectId(id) }, update, {
        returnDocument: 'after',
      }).lean<FeedDocument>();
      return row ? toFeed(row) : undefined;
    },

    async claim(id, due, until) {
      const { modifiedCount } = await Row.updateOne(
        { _id: new Types.ObjectId(id), nextLookAt: due },
        { $set: { nextLookAt: until } },
      );
      return modifiedCount === 1;
    },

    async remove(id) {
      await Row.deleteOne({ _id: new Types.ObjectId(id) });
      await Item.deleteMany({ feedId: id });
    },
  };
}

function given<T extends object>(fields: T): Partial<T> {
  // The same fields, some left out.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
