import { type Connection, Schema } from 'mongoose';
import type { AuditStore } from '../services/audit/audit.js';
import type { AuditEntry } from '../services/audit/chain.js';
import { isDuplicateKey } from './connection.js';

type AuditDocument = Omit<AuditEntry, 'seq'> & { readonly _id: number };

const auditSchema = new Schema<AuditDocument>(
  {
    _id: { type: Number, required: true },
    at: { type: Date, required: true },
    actorKind: { type: String, required: true },
    actorId: { type: String, required: true },
    action: { type: String, required: true },
    subject: { type: String, required: true },
    before: { type: String, default: null },
    after: { type: String, default: null },
    previousHash: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { collection: 'audit', versionKey: false },
);

/** The chained book of changes. The sequence number is the id, so two writers can never both have it. */
export function createAuditStore(connection: Connection): AuditStore {
  const Entry = connection.model('Audit', auditSchema);
  return {
    async last() {
      const document = await Entry.findOne({}).sort({ _id: -1 }).lean();
      if (!document) return undefined;
      const { _id, ...entry } = document;
      return { ...entry, seq: _id };
    },
    async append({ seq, ...entry }) {
      try {
        await Entry.create([{ _id: seq, ...entry }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}
