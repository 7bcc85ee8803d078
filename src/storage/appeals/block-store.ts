import { type Connection, Schema } from 'mongoose';
import type { Block, BlockStore } from '../../services/appeals/blocks.js';
import { typedModel } from '../typed-model.js';

/** Over for this long, a block is forgotten. */
const KEPT_SECONDS = 30 * 24 * 3600;

const blockSchema = new Schema(
  {
    subscriberId: { type: String, required: true },
    number: { type: String, required: true },
    reason: { type: String, required: true },
    until: { type: Date, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
  },
  { collection: 'blocks', versionKey: false },
);
blockSchema.index({ subscriberId: 1 }, { unique: true });
blockSchema.index({ until: 1 }, { expireAfterSeconds: KEPT_SECONDS });

/** People whose messages are looked at first. */
export function createBlockStore(connection: Connection): BlockStore {
  const Row = typedModel<Block>(connection, 'Block', blockSchema);

  return {
    async put(block) {
      await Row.updateOne({ subscriberId: block.subscriberId }, { $set: { ...block } }, { upsert: true });
    },
    async get(subscriberId) {
      return (await Row.findOne({ subscriberId }, { _id: 0 }).lean<Block>()) ?? undefined;
    },
    async remove(subscriberId) {
      await Row.deleteOne({ subscriberId });
    },
  };
}
