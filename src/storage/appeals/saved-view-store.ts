import { type Connection, Schema, type Types } from 'mongoose';
import type { SavedViewStore } from '../../services/saved-views/saved-views.js';
import { objectId } from '../cursor.js';
import { typedModel } from '../typed-model.js';

interface SavedViewDocument {
  readonly _id: Types.ObjectId;
  readonly staffId: string;
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
}

const savedViewSchema = new Schema(
  {
    staffId: { type: String, required: true },
    name: { type: String, required: true },
    query: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'savedViews', versionKey: false, minimize: false },
);
savedViewSchema.index({ staffId: 1, name: 1 }, { unique: true });

/** Views of the queue, by person. */
export function createSavedViewStore(connection: Connection): SavedViewStore {
  const View = typedModel<SavedViewDocument>(connection, 'SavedView', savedViewSchema);
  return {
    async listOf(staffId, limit) {
      const rows = await View.find({ staffId }).sort({ _id: 1 }).limit(limit).lean<SavedViewDocument[]>();
      return rows.map(({ _id, name, query }) => ({ id: _id.toHexString(), name, query }));
    },

    async save(staffId, { name, query }) {
      await View.updateOne({ staffId, name }, { $set: { query } }, { upsert: true });
    },

    async remove(staffId, id) {
      const _id = objectId(id);
      return _id !== undefined && (await View.deleteOne({ _id, staffId })).deletedCount === 1;
    },
  };
}
