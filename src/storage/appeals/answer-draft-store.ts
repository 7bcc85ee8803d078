import { type Connection, type Model, Schema } from 'mongoose';
import type { AnswerDraft, AnswerDrafts } from '../../services/answer-drafts/answer-drafts.js';
import { typedModel } from '../typed-model.js';
import { appealFileSchema } from './appeal-model.js';

interface DraftDocument extends AnswerDraft {
  /** `<number>:<staffId>` */
  readonly _id: string;
}

/** A draft nobody came back to goes: it may quote the citizen. */
const KEPT_SECONDS = 30 * 24 * 3600;

const draftSchema = new Schema(
  {
    _id: { type: String, required: true },
    text: { type: String, default: '' },
    files: { type: [appealFileSchema], default: [] },
    savedAt: { type: Date, required: true },
  },
  { collection: 'answerDrafts', versionKey: false },
);
draftSchema.index({ savedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });

export function answerDraftModel(connection: Connection): Model<DraftDocument> {
  return typedModel(connection, 'AnswerDraft', draftSchema);
}

/** Unfinished answers. @param real the real clock, as expiry goes by it */
export function createAnswerDrafts(connection: Connection, real: () => Date): AnswerDrafts {
  const Draft = answerDraftModel(connection);
  const keyOf = (number: string, staffId: string) => `${number}:${staffId}`;
  return {
    async get(number, staffId) {
      const document = await Draft.findById(keyOf(number, staffId)).lean<DraftDocument>();
      if (!document) return undefined;
      const { text, files, savedAt } = document;
      return { text, files, savedAt };
    },

    async save(number, staffId, { text, files }) {
      const set = { text, savedAt: real(), ...(files ? { files: [...files] } : {}) };
      await Draft.updateOne({ _id: keyOf(number, staffId) }, { $set: set }, { upsert: true });
    },

    async remove(number, staffId) {
      await Draft.deleteOne({ _id: keyOf(number, staffId) });
    },
  };
}
