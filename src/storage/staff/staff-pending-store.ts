import { type Connection, Schema } from 'mongoose';
import type { PendingSignInStore, StoredPendingSignIn } from '../../services/staff/store.js';

type PendingDocument = Omit<StoredPendingSignIn, 'id'> & { readonly _id: string };

const pendingSchema = new Schema<PendingDocument>(
  {
    _id: { type: String, required: true },
    staffId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'pendingSignIns', versionKey: false },
);
pendingSchema.index({ staffId: 1 });
pendingSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** People between their password and their second step, by the hash of their cookie. */
export function createPendingSignInStore(connection: Connection): PendingSignInStore {
  const Pending = connection.model('PendingSignIn', pendingSchema);
  return {
    async insert({ id, ...pending }) {
      await Pending.create([{ _id: id, ...pending }]);
    },
    async get(id) {
      const document = await Pending.findById(id).lean();
      return document ? { id, staffId: document.staffId, expiresAt: document.expiresAt } : undefined;
    },
    async take(id) {
      const { deletedCount } = await Pending.deleteOne({ _id: id });
      return deletedCount === 1;
    },
    async removeOf(staffId) {
      await Pending.deleteMany({ staffId });
    },
  };
}
