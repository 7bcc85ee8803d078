import { type Connection, Schema } from 'mongoose';
import type { LinkStore } from '../../services/broadcasts/links.js';
import { isDuplicateKey } from '../connection.js';
import { typedModel } from '../typed-model.js';

interface LinkDocument {
  /** The code */
  readonly _id: string;
  readonly broadcastId: string;
  readonly url: string;
}

interface ClickDocument {
  /** `<code> <day>` */
  readonly _id: string;
  readonly code: string;
  readonly day: string;
  readonly count: number;
}

const linkSchema = new Schema(
  { _id: String, broadcastId: { type: String, required: true }, url: { type: String, required: true } },
  { collection: 'countedLinks', versionKey: false },
);
linkSchema.index({ broadcastId: 1 });

const clickSchema = new Schema(
  {
    _id: String,
    code: { type: String, required: true },
    day: { type: String, required: true },
    count: Number,
  },
  { collection: 'clicks', versionKey: false },
);
clickSchema.index({ code: 1, day: 1 });

/** Addresses of broadcasts by code, and how often they were opened on which day. */
export function createLinkStore(connection: Connection): LinkStore {
  const LinkRow = typedModel<LinkDocument>(connection, 'CountedLink', linkSchema);
  const Click = typedModel<ClickDocument>(connection, 'Click', clickSchema);

  return {
    async keep(links) {
      if (links.length === 0) return;
      const documents = links.map(({ code, ...link }) => ({ _id: code, ...link }));
      await LinkRow.insertMany(documents, { ordered: false }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    },

    async find(code) {
      const document = await LinkRow.findById(code).lean();
      return document ? toLink(document) : undefined;
    },

    async ofBroadcast(broadcastId) {
      const documents = await LinkRow.find({ broadcastId }).sort({ _id: 1 }).lean();
      return documents.map(toLink);
    },

    async count(code, day) {
      const _id = `${code} ${day}`;
      const one = () =>
        Click.updateOne({ _id }, { $inc: { count: 1 }, $setOnInsert: { code, day } }, { upsert: true });
      // Two first openings of a day may both try to insert; the second one then finds the first.
      await one().catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        return one();
      });
    },

    async countsOf(codes) {
      const documents = await Click.find({ code: { $in: [...codes] } })
        .sort({ day: 1 })
        .lean();
      return documents.map(({ code, day, count }) => ({ code, day, count }));
    },
  };
}

function toLink({ _id, broadcastId, url }: LinkDocument) {
  return { code: _id, broadcastId, url };
}
