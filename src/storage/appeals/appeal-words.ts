import { type Connection, type Model, Schema } from 'mongoose';
import { isDuplicateKey } from '../connection.js';
import { typedModel } from '../typed-model.js';

/** Words remembered as written already, so that hardly an appeal writes any: the working stock of a language. */
const KNOWN_MAX = 200_000;
/** How long one is taken as written without asking; the sweep of unused words waits longer, so it takes none away. */
const KNOWN_MS = 3_600_000;
/** Numbers are looked for whole: telephones and flats would only swell the list. */
const A_WORD = /^\p{L}{3,30}$/u;

export interface AppealWordDocument {
  readonly _id: string;
  /** When an appeal was last about to hold it, by the database's clock; absent in rows of earlier versions */
  readonly at?: Date | undefined;
}

const wordSchema = new Schema(
  { _id: { type: String, required: true }, at: Date },
  { collection: 'appealWords', versionKey: false },
);

/**
 * Stems that appeals hold, each once: what the beginning of a word may stand for. The index of appeals finds whole
 * stems in the order of the list; this short list turns a beginning into them.
 */
export function createAppealWords(connection: Connection) {
  const Word = appealWordModel(connection);
  const known = new Set<string>();
  let knownSince = performance.now();

  return {
    /** Before an appeal is written with these stems. Safe to repeat. */
    async remember(stems: readonly string[]): Promise<void> {
      if (known.size > KNOWN_MAX || performance.now() - knownSince > KNOWN_MS) {
        known.clear();
        knownSince = performance.now();
      }
      const fresh = stems.filter((stem) => A_WORD.test(stem) && !known.has(stem));
      if (fresh.length === 0) return;
      try {
        await Word.bulkWrite(fresh.map(seenNow), { ordered: false });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
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

export function appealWordModel(connection: Connection): Model<AppealWordDocument> {
  return typedModel<AppealWordDocument>(connection, 'AppealWord', wordSchema);
}

function seenNow(stem: string) {
  return {
    updateOne: { filter: { _id: stem }, update: { $currentDate: { at: true as const } }, upsert: true },
  };
}
