import { type Connection, Schema } from 'mongoose';
import type { SessionStore, StoredSession } from '../services/staff/store.js';

type SessionDocument = Omit<StoredSession, 'id'> & { readonly _id: string };

const sessionSchema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    staffId: { type: String, required: true },
    createdAt: { type: Date, required: true },
    seenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false },
);
sessionSchema.index({ staffId: 1 });
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** Signed-in browsers; the database deletes them when they can no longer be valid. */
export function createStaffSessionStore(connection: Connection): SessionStore {
  const StoredSessions = connection.model('Session', sessionSchema);
  return {
    async insert({ id, ...session }) {
      await StoredSessions.create([{ _id: id, ...session }]);
    },
    async get(id) {
      const document = await StoredSessions.findById(id).lean();
      if (!document) return undefined;
      const { _id, ...session } = document;
      return { id: _id, ...session };
    },
    async touch(id, seenAt) {
      await StoredSessions.updateOne({ _id: id }, { $set: { seenAt } });
    },
    async remove(id) {
      await StoredSessions.deleteOne({ _id: id });
    },
    async removeOf(staffId) {
      await StoredSessions.deleteMany({ staffId });
    },
  };
}
