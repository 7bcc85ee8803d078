import type { Connection } from 'mongoose';
import type { UnusedWords } from '../../services/retention/ports.js';
import { appealModel } from '../appeals/appeal-model.js';
import { appealWordModel } from '../appeals/appeal-words.js';

/** Documents of one answer of the database. */
const BATCH = 500;

/**
 * Finds words of the search that no appeal holds: names of those who were erased are among them. Every appeal is read
 * once, as for files: what is done once a night needs no counts of words.
 */
export function createUnusedWords(connection: Connection): UnusedWords {
  const AppealRow = appealModel(connection);
  const Word = appealWordModel(connection);

  return {
    async sweep(before, signal) {
      const old = { at: { $not: { $gte: before } } };
      const used = await usedWords(signal);
      let [count, unused]: [number, string[]] = [0, []];
      for await (const { _id } of Word.find(old).lean().cursor({ batchSize: BATCH })) {
        if (signal.aborted) return count;
        if (!used.has(_id)) unused.push(_id);
        if (unused.length < BATCH) continue;
        count += await remove(unused);
        unused = [];
      }
      return count + (await remove(unused));

      /** One that an appeal has come with meanwhile is no longer old. */
      async function remove(words: readonly string[]): Promise<number> {
        return (await Word.deleteMany({ ...old, _id: { $in: words } })).deletedCount;
      }
    },
  };

  async function usedWords(signal: AbortSignal): Promise<ReadonlySet<string>> {
    const used = new Set<string>();
    const rows = AppealRow.find({}, { _id: 0, stems: 1 }).lean().cursor({ batchSize: BATCH });
    for await (const { stems } of rows) {
      if (signal.aborted) break;
      for (const stem of stems) used.add(stem);
    }
    return used;
  }
}
