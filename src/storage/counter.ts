import { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from './connection.js';

const counterSchema = new Schema<{ readonly _id: string; readonly value: number }>(
  { _id: String, value: { type: Number, required: true } },
  { collection: 'counters', versionKey: false },
);

/** Ascending numbers; one that was given is never given again, even when its user crashed. */
export function createCounter(connection: Connection): { next(name: string): Promise<number> } {
  const Counter = connection.model('Counter', counterSchema);
  const increment = async (name: string) =>
    Counter.findOneAndUpdate(
      { _id: name },
      { $inc: { value: 1 } },
      { upsert: true, returnDocument: 'after', lean: true },
    );
  return {
    async next(name) {
      // Two first numbers at once may both try to insert; the second one then finds the first.
      const document = await increment(name).catch((error: unknown) => {
        if (isDuplicateKey(error)) return increment(name);
        throw error;
      });
      if (!document) throw new Error('an upsert returned nothing');
      return document.value;
    },
  };
}
