import { type Connection, Schema } from 'mongoose';
import type { LinkPurpose, LinkStore } from '../../services/staff/store.js';

interface LinkDocument {
  readonly _id: string;
  /** null: creates the first account */
  readonly staffId: string | null;
  /** It takes the second factor off too */
  readonly restores?: boolean;
  readonly expiresAt: Date;
}

const linkSchema = new Schema<LinkDocument>(
  {
    _id: { type: String, required: true },
    staffId: { type: String, default: null },
    restores: Boolean,
    expiresAt: { type: Date, required: true },
  },
  { collection: 'links', versionKey: false },
);
linkSchema.index({ staffId: 1 });
linkSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** One-time links, by the hash of their secret. */
export function createStaffLinkStore(connection: Connection): LinkStore {
  const Link = connection.model('Link', linkSchema);
  return {
    async replace({ id, purpose, expiresAt }) {
      const staffId = purpose.kind === 'first' ? null : purpose.staffId;
      await Link.deleteMany({ staffId });
      await Link.create([{ _id: id, staffId, restores: purpose.kind === 'restore', expiresAt }]);
    },
    async get(id) {
      const document = await Link.findById(id).lean();
      return document ? { id, purpose: toPurpose(document), expiresAt: document.expiresAt } : undefined;
    },
    async take(id) {
      const { deletedCount } = await Link.deleteOne({ _id: id });
      return deletedCount === 1;
    },
  };
}

function toPurpose({ staffId, restores }: LinkDocument): LinkPurpose {
  return staffId === null ? { kind: 'first' } : { kind: restores ? 'restore' : 'password', staffId };
}
