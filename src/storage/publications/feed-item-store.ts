import mongoose, { type Connection } from 'mongoose';
import type { FeedItemStore, KnownItem } from '../../services/feeds/store.js';
import { isDuplicateKey } from '../connection.js';
import { type FeedItemDocument, feedItemModel, toKnownItem } from './feed-item-model.js';

/** Rows of one write, values of one question. */
const AT_ONCE = 500;

/** What each feed has brought. */
export function createFeedItemStore(connection: Connection): FeedItemStore {
  const Row = feedItemModel(connection);

  return {
    async known(feedId, keys, guids) {
      const found = new Map<string, KnownItem>();
      const keep = (rows: readonly FeedItemDocument[]) => {
        for (const row of rows) found.set(row._id, toKnownItem(row));
      };
      for (const some of inParts(keys))
        keep(
          await Row.find({ _id: { $in: some.map((key) => idOf(feedId, key)) } }).lean<FeedItemDocument[]>(),
        );
      for (const some of inParts(guids))
        keep(
          await Row.find({ feedId, guid: { $in: some } })
            .limit(2 * AT_ONCE)
            .lean<FeedItemDocument[]>(),
        );
      return [...found.values()];
    },

    async knownHashes(feedId, hashes) {
      const found = new Set<string>();
      for (const some of inParts(hashes))
        for (const { hash } of await Row.find({ feedId, hash: { $in: some } }, { hash: 1 }).lean<
          FeedItemDocument[]
        >())
          found.add(hash);
      return found;
    },

    async add(items) {
      const added = new Set(items.map(({ key }) => key));
      for (const some of inParts(items)) {
        const rows = some.map((item) => ({ _id: idOf(item.feedId, item.key), ...item }));
        // The driver's own call: mongoose would build a document for each of hundreds of rows.
        await Row.collection
          .insertMany(rows as never[], { ordered: false, ignoreUndefined: true })
          .catch((error: unknown) => {
            for (const place of duplicatesOf(error)) added.delete(some[place]?.key ?? '');
          });
      }
      return added;
    },

    async link(feedId, publicationIds) {
      const writes = [...publicationIds].map(([key, publicationId]) => ({
        updateOne: { filter: { _id: idOf(feedId, key) }, update: { $set: { publicationId } } },
      }));
      for (const some of inParts(writes)) await Row.bulkWrite([...some], { ordered: false });
    },

    async rewrite(id, { title, text, hash, at }, isNoticed) {
      const update = isNoticed
        ? { $set: { change: { title, text, hash, at } } }
        : { $set: { title, text, hash }, $unset: { change: 1 } };
      await Row.updateOne({ _id: id }, update);
    },

    async get(id) {
      const row = await Row.findById(id).lean<FeedItemDocument>();
      return row ? toKnownItem(row) : undefined;
    },

    async changed(feedId, limit) {
      const rows = await Row.find({ feedId, change: { $exists: true } })
        .sort({ 'change.at': -1 })
        .limit(limit)
        .lean<FeedItemDocument[]>();
      return rows.map(toKnownItem);
    },

    async settle(id) {
      const row = await Row.findById(id).lean<FeedItemDocument>();
      if (!row?.change) return;
      const { title, text, hash } = row.change;
      await Row.updateOne({ _id: id }, { $set: { title, text, hash }, $unset: { change: 1 } });
    },
  };
}

/** Places of the rows that were there already. @throws the error itself when it says anything else */
function duplicatesOf(error: unknown): readonly number[] {
  if (!isDuplicateKey(error) || !(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
  return [error.writeErrors].flat().map(({ index }) => index);
}

function idOf(feedId: string, key: string): string {
  return `${feedId} ${key}`;
}

function* inParts<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < values.length; from += AT_ONCE) yield values.slice(from, from + AT_ONCE);
}
