import { type Connection, Schema } from 'mongoose';
import { SESSION_PROOFS, type SessionStore, type StoredSession } from '../../services/staff/store.js';

/** Of one person; far more than anybody has. */
const LISTED_MAX = 100;

type SessionDocument = Omit<StoredSession, 'id' | 'proof' | 'from'> &
  Partial<Pick<StoredSession, 'proof' | 'from'>> & { readonly _id: string };

const sessionSchema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    staffId: { type: String, required: true },
    proof: { type: String, enum: SESSION_PROOFS, required: true },
    from: { type: String, default: '' },
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
      return document ? toSession(document) : undefined;
    },
    async touch(id, seenAt) {
      await StoredSessions.updateOne({ _id: id }, { $set: { seenAt } });
    },
    async remove(id) {
      await StoredSessions.deleteOne({ _id: id });
    },
    async removeOf(staffId, keptId) {
      await StoredSessions.deleteMany({ staffId, ...(keptId === undefined ? {} : { _id: { $ne: keptId } }) });
    },
    async listOf(staffId) {
      const documents = await StoredSessions.find({ staffId })
        .sort({ createdAt: -1 })
        .limit(LISTED_MAX)
        .lean();
      return documents.map(toSession);
    },
  };
}

function toSession({ _id, proof, from, ...session }: SessionDocument): StoredSession {
  // Sessions from before second factors have neither; they are over within a day.
  return { id: _id, ...session, proof: proof ?? 'password', from: from ?? '' };
}
