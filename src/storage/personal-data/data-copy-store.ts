import { type Connection, type Model, Schema } from 'mongoose';
import type { DataCopyStore, KeptCopy } from '../../services/my-data/ports.js';
import { typedModel } from '../typed-model.js';

/** Removed in one go; the rest a few minutes later. */
const EXPIRED_MAX = 200;

type CopyDocument = Omit<KeptCopy, 'id'> & { readonly _id: string };

const copySchema = new Schema(
  {
    _id: { type: String, required: true },
    subscriberId: { type: String, required: true },
    until: { type: Date, required: true },
    files: { type: [{ part: String, fileId: String, name: String, sizeBytes: Number, _id: false }] },
  },
  { collection: 'dataCopies', versionKey: false },
);
copySchema.index({ subscriberId: 1 });
copySchema.index({ until: 1 });

export function dataCopyModel(connection: Connection): Model<CopyDocument> {
  return typedModel(connection, 'DataCopy', copySchema);
}

/** Copies of people's data while they can be fetched. */
export function createDataCopyStore(connection: Connection): DataCopyStore {
  const Row = dataCopyModel(connection);
  return {
    async add({ id, ...copy }) {
      await Row.updateOne(
        { _id: id },
        { $setOnInsert: { ...copy, files: [...copy.files] } },
        { upsert: true },
      );
    },
    async get(id) {
      const row = await Row.findById(id).lean<CopyDocument>();
      return row ? toCopy(row) : undefined;
    },
    async ofPerson(subscriberId) {
      return (await Row.find({ subscriberId }).lean<CopyDocument[]>()).map(toCopy);
    },
    async takePart(id, part) {
      const { modifiedCount } = await Row.updateOne({ _id: id }, { $pull: { files: { part } } });
      return modifiedCount === 1;
    },
    async expired(now) {
      const rows = await Row.find({ until: { $lte: now } })
        .sort({ until: 1 })
        .limit(EXPIRED_MAX)
        .lean<CopyDocument[]>();
      return rows.map(toCopy);
    },
    async remove(id) {
      await Row.deleteOne({ _id: id });
    },
  };
}

function toCopy({ _id, ...copy }: CopyDocument): KeptCopy {
  return { ...copy, id: _id };
}
