import { type Connection, Schema } from 'mongoose';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { Erasure, ErasureStore } from '../../services/my-data/ports.js';
import { typedModel } from '../typed-model.js';

type ErasureDocument = Omit<Erasure, 'number'> & { readonly _id: string };

const erasureSchema = new Schema(
  {
    _id: { type: String, required: true },
    subscriberId: { type: String, required: true },
    channel: { type: String, enum: CHANNEL_IDS, required: true },
    at: { type: Date, required: true },
    wiped: { type: [String], required: true },
    kept: { type: [String], required: true },
  },
  { collection: 'erasures', versionKey: false },
);
erasureSchema.index({ at: -1 });

/** Receipts of erasures, by their number. */
export function createErasureStore(connection: Connection): ErasureStore {
  const Row = typedModel<ErasureDocument>(connection, 'Erasure', erasureSchema);
  return {
    has: async (number) => (await Row.exists({ _id: number })) !== null,
    async begin({ number, ...erasure }) {
      const row = { ...erasure, wiped: [...erasure.wiped], kept: [...erasure.kept] };
      await Row.updateOne({ _id: number }, { $setOnInsert: row }, { upsert: true });
    },
    async latest(limit) {
      const rows = await Row.find().sort({ at: -1 }).limit(limit).lean<ErasureDocument[]>();
      return rows.map(({ _id, ...erasure }) => ({ ...erasure, number: _id }));
    },
  };
}
