import { type Connection, Schema } from 'mongoose';
import type { AuditStore } from '../services/audit/audit.js';
import type { AuditEntry } from '../services/audit/chain.js';
import type { AuditBook, AuditFilter } from '../services/audit/reading.js';
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
auditSchema.index({ at: 1 });
auditSchema.index({ actorId: 1, _id: -1 });
auditSchema.index({ action: 1, _id: -1 });
auditSchema.index({ subject: 1, _id: -1 });

/** The chained book of changes. The sequence number is the id, so two writers can never both have it. */
export function createAuditStore(connection: Connection): AuditStore & AuditBook {
  const Entry = connection.model('Audit', auditSchema);

  /** Lines are written in the order of time, so days are a range of numbers: no page looks at lines outside it. */
  async function firstSince(at: Date): Promise<number> {
    const first = await Entry.findOne({ at: { $gte: at } }, { _id: 1 })
      .sort({ at: 1 })
      .lean();
    return first?._id ?? Number.MAX_SAFE_INTEGER;
  }

  async function rangeOf({ from, until }: AuditFilter, before = Number.MAX_SAFE_INTEGER) {
    const [first, end] = await Promise.all([
      from === undefined ? 1 : firstSince(from),
      until === undefined ? before : firstSince(until),
    ]);
    return { $gte: first, $lt: Math.min(end, before) };
  }

  return {
    async last() {
      const document = await Entry.findOne({}).sort({ _id: -1 }).lean();
      return document ? toEntry(document) : undefined;
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

    async page({ actorId, action, subject, ...days }, before, limit) {
      const documents = await Entry.find({
        ...(actorId === undefined ? {} : { actorId }),
        ...(action === undefined ? {} : { action }),
        ...(subject === undefined ? {} : { subject }),
        _id: await rangeOf(days, before),
      })
        .sort({ _id: -1 })
        .limit(limit)
        .lean();
      return documents.map(toEntry);
    },

    async following(seq, limit) {
      const documents = await Entry.find({ _id: { $gt: seq } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      return documents.map(toEntry);
    },
  };
}

function toEntry({ _id, ...entry }: AuditDocument): AuditEntry {
  return { ...entry, seq: _id };
}
