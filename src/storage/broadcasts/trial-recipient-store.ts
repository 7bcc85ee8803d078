import { type Connection, Schema } from 'mongoose';
import {
  TRIAL_RECIPIENTS_MAX,
  type TrialRecipientStore,
} from '../../services/broadcasts/trial-recipients.js';

/** Keyed by the subscriber; ids of the driver would not tell the order. */
const recipientSchema = new Schema(
  { _id: { type: String, required: true }, addedAt: { type: Date, required: true } },
  { collection: 'trialRecipients', versionKey: false },
);

/** Colleagues who get trials of broadcasts. */
export function createTrialRecipientStore(connection: Connection, real: () => Date): TrialRecipientStore {
  const Row = connection.model('TrialRecipient', recipientSchema);
  return {
    async list() {
      const rows = await Row.find().sort({ addedAt: 1 }).limit(TRIAL_RECIPIENTS_MAX).lean();
      return rows.map(({ _id }) => _id);
    },
    async add(subscriberId) {
      await Row.updateOne({ _id: subscriberId }, { $setOnInsert: { addedAt: real() } }, { upsert: true });
    },
    async remove(subscriberId) {
      await Row.deleteOne({ _id: subscriberId });
    },
  };
}
