import { type Connection, type Model, Schema } from 'mongoose';
import type { ComposeDraft, ComposeDrafts } from '../../services/compose-drafts/compose-drafts.js';
import { isDuplicateKey } from '../connection.js';
import { typedModel } from '../typed-model.js';

interface DraftDocument extends ComposeDraft {
  /** `<place>:<staffId>` */
  readonly _id: string;
}

/** A form nobody came back to goes. */
const KEPT_SECONDS = 30 * 24 * 3600;

const draftSchema = new Schema(
  {
    _id: { type: String, required: true },
    fields: { type: [new Schema({ name: String, value: String }, { _id: false })], required: true },
    version: { type: Number, required: true },
    savedAt: { type: Date, required: true },
  },
  { collection: 'composeDrafts', versionKey: false },
);
draftSchema.index({ savedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });

export function composeDraftModel(connection: Connection): Model<DraftDocument> {
  return typedModel(connection, 'ComposeDraft', draftSchema);
}

/** Unsaved forms of broadcasts. @param real the real clock, as expiry goes by it */
export function createComposeDrafts(connection: Connection, real: () => Date): ComposeDrafts {
  const Draft = composeDraftModel(connection);
  const keyOf = (place: string, staffId: string) => `${place}:${staffId}`;
  return {
    async get(place, staffId) {
      const document = await Draft.findById(keyOf(place, staffId)).lean<DraftDocument>();
      return document ? toDraft(document) : undefined;
    },

    async keep(place, staffId, fields, seen) {
      const _id = keyOf(place, staffId);
      const draft = { fields: [...fields], version: seen + 1, savedAt: real() };
      if (seen > 0) {
        const { matchedCount } = await Draft.updateOne({ _id, version: seen }, { $set: draft });
        return matchedCount === 1 ? draft : undefined;
      }
      try {
        await Draft.create({ _id, ...draft });
        return draft;
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },

    async remove(place, staffId) {
      await Draft.deleteOne({ _id: keyOf(place, staffId) });
    },
  };
}

function toDraft({ fields, version, savedAt }: DraftDocument): ComposeDraft {
  return { fields: fields.map(({ name, value }) => ({ name, value })), version, savedAt };
}
