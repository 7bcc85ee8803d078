import { type Connection, Schema } from 'mongoose';
import type { IdempotencyStore, KeptAnswer, KeyRecord } from '../services/idempotency/idempotency.js';
import { isDuplicateKey } from './connection.js';

interface KeyDocument {
  readonly _id: string;
  readonly fingerprint: string;
  /** null while the request is under way */
  readonly answer: KeptAnswer | null;
  readonly busyUntil: Date;
  readonly createdAt: Date;
}

/** How long an answer is kept (design §4). */
const KEPT_SECONDS = 24 * 60 * 60;

const keySchema = new Schema<KeyDocument>(
  {
    _id: { type: String, required: true },
    fingerprint: { type: String, required: true },
    answer: { type: Schema.Types.Mixed, default: null },
    busyUntil: { type: Date, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'idempotency', versionKey: false },
);
keySchema.index({ createdAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });

/** Idempotency keys and the answers kept for them. */
export function createIdempotencyStore(connection: Connection): IdempotencyStore {
  const Key = connection.model('Idempotency', keySchema);
  return {
    async claim({ id, fingerprint, busyUntil }, now) {
      const mine = { fingerprint, answer: null, busyUntil, createdAt: now };
      try {
        await Key.create([{ _id: id, ...mine }]);
        return undefined;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      // Whoever had it died in the middle, or the database has not yet deleted an old one.
      const forgotten = new Date(now.getTime() - KEPT_SECONDS * 1000);
      const dead = { $or: [{ answer: null, busyUntil: { $lte: now } }, { createdAt: { $lte: forgotten } }] };
      const { matchedCount } = await Key.updateOne({ _id: id, ...dead }, { $set: mine });
      if (matchedCount === 1) return undefined;
      const taken = await Key.findById(id).lean();
      return taken ? toRecord(taken) : { id, fingerprint, busyUntil, answer: undefined };
    },
    async keep(id, answer) {
      await Key.updateOne({ _id: id }, { $set: { answer } });
    },
    async release(id) {
      await Key.deleteOne({ _id: id });
    },
  };
}

function toRecord({ _id, fingerprint, answer, busyUntil }: KeyDocument): KeyRecord {
  return { id: _id, fingerprint, answer: answer ?? undefined, busyUntil };
}
