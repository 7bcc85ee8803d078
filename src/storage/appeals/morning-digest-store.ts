import { type Connection, Schema } from 'mongoose';
import {
  DIGEST_SECTIONS,
  type MorningDigest,
  type MorningDigestStore,
} from '../../services/morning-digest/morning-digest.js';
import { isDuplicateKey } from '../connection.js';
import { typedModel } from '../typed-model.js';

/** Days that are kept: a quarter is what anybody asks about. */
const KEPT_SECONDS = 92 * 24 * 60 * 60;
const DAYS_MAX = 30;

type MorningDigestDocument = MorningDigest & { readonly _id: string; readonly keptAt: Date };

const partSchema = new Schema({ count: Number, numbers: [String] }, { _id: false });
const morningDigestSchema = new Schema(
  {
    _id: { type: String, required: true },
    staffId: { type: String, required: true },
    day: { type: String, required: true },
    madeAt: { type: Date, required: true },
    parts: Object.fromEntries(DIGEST_SECTIONS.map((section) => [section, partSchema])),
    callBackCount: Number,
    substituted: { type: [{ name: String, until: String, _id: false }], default: [] },
    keptAt: { type: Date, required: true },
  },
  { collection: 'morningDigests', versionKey: false },
);
morningDigestSchema.index({ staffId: 1, day: -1 });
morningDigestSchema.index({ day: 1 });
morningDigestSchema.index({ keptAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });

/** Moderators' mornings, one row a person and day. @param real the clock by which old ones go */
export function createMorningDigestStore(connection: Connection, real: () => Date): MorningDigestStore {
  const Digest = typedModel<MorningDigestDocument>(connection, 'MorningDigest', morningDigestSchema);
  return {
    async keep(digest) {
      try {
        await new Digest({ ...digest, _id: idOf(digest.staffId, digest.day), keptAt: real() }).save();
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async keptOn(day) {
      const rows = await Digest.find({ day }, { staffId: 1 }).lean<MorningDigestDocument[]>();
      return rows.map(({ staffId }) => staffId);
    },

    async get(staffId, day) {
      const document = await Digest.findOne({ _id: idOf(staffId, day) }).lean<MorningDigestDocument>();
      if (!document) return undefined;
      const { _id, keptAt: _keptAt, ...digest } = document;
      return digest;
    },

    async daysOf(staffId) {
      const rows = await Digest.find({ staffId }, { day: 1 })
        .sort({ staffId: 1, day: -1 })
        .limit(DAYS_MAX)
        .lean<MorningDigestDocument[]>();
      return rows.map(({ day }) => day);
    },
  };
}

function idOf(staffId: string, day: string): string {
  return `${day}:${staffId}`;
}
