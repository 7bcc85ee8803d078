import { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from '../connection.js';
import { typedModel } from '../typed-model.js';

/** Words remembered as written already, so that hardly an appeal writes any: the working stock of a language. */
const KNOWN_MAX = 200_000;
/** Numbers are looked for whole: telephones and flats would only swell the list. */
const A_WORD = /^\p{L}{3,30}$/u;

const wordSchema = new Schema(
  { _id: { type: String, required: true } },
  { collection: 'appealWords', versionKey: false },
);

/**
 * Stems that appeals hold, each once: what the beginning of a word may stand for. The index of appeals finds whole
 * stems in the order of the list; this short list turns a beginning into them.
 */
export function createAppealWords(connection: Connection) {
  const Word = typedModel<{ readonly _id: string }>(connection, 'AppealWord', wordSchema);
  const known = new Set<string>();

  return {
    /** Safe to repeat. */
    async remember(stems: readonly string[]): Promise<void> {
      const fresh = stems.filter((stem) => A_WORD.test(stem) && !known.has(stem));
      if (fresh.length === 0) return;
      try {
        await Word.collection.insertMany(fresh.map((_id) => ({ _id })) as never[], { ordered: false });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      if (known.size > KNOWN_MAX) known.clear();
      for (const stem of fresh) known.add(stem);
    },

    /** The first `limit` stems with this beginning, by the alphabet. */
    async beginningWith(beginning: string, limit: number): Promise<readonly string[]> {
      const words = await Word.find({ _id: { $gte: beginning, $lt: `${beginning}\u{ffff}` } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      return words.map(({ _id }) => _id);
    },
  };
}

export type AppealWords = ReturnType<typeof createAppealWords>;
