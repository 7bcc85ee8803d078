import { type Connection, Schema } from 'mongoose';
import type { PresenceStore } from '../../services/presence/presence.js';
import { typedModel } from '../typed-model.js';

interface PresenceDocument {
  /** `<number>:<staffId>` */
  readonly _id: string;
  readonly number: string;
  readonly staffId: string;
  readonly name: string;
  readonly seenAt: Date;
}

/** Colleagues who look at one appeal. */
const PRESENT_MAX = 50;
/** What is this old is swept away; readers ask for much fresher rows. */
const SWEPT_SECONDS = 60;

const presenceSchema = new Schema(
  {
    _id: { type: String, required: true },
    number: { type: String, required: true },
    staffId: { type: String, required: true },
    name: { type: String, default: '' },
    seenAt: { type: Date, required: true },
  },
  { collection: 'presences', versionKey: false },
);
presenceSchema.index({ number: 1 });
presenceSchema.index({ seenAt: 1 }, { expireAfterSeconds: SWEPT_SECONDS });

/** Who has which appeal open. */
export function createPresenceStore(connection: Connection): PresenceStore {
  const Row = typedModel<PresenceDocument>(connection, 'Presence', presenceSchema);
  return {
    async touch(number, { id: staffId, name }, seenAt) {
      const row = { number, staffId, name, seenAt };
      await Row.updateOne({ _id: `${number}:${staffId}` }, { $set: row }, { upsert: true });
    },

    async seenSince(number, since) {
      const rows = await Row.find({ number, seenAt: { $gte: since } })
        .limit(PRESENT_MAX)
        .lean<PresenceDocument[]>();
      return rows.map(({ staffId, name }) => ({ id: staffId, name }));
    },
  };
}
