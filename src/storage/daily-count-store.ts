import { type Connection, Schema } from 'mongoose';
import type { DailyCountStore, DayCounts } from '../services/daily-counts/store.js';
import { typedModel } from './typed-model.js';

type DailyCountDocument = Omit<DayCounts, 'day'> & { readonly _id: string };

const dailyCountSchema = new Schema(
  {
    _id: { type: String, required: true },
    subscribers: { type: { telegram: Number, viber: Number, _id: false }, required: true },
    deliveries: { type: { accepted: Number, missed: Number, _id: false }, required: true },
    appeals: { type: [{ departmentId: String, category: String, count: Number, _id: false }], default: [] },
    countedAt: { type: Date, required: true },
  },
  { collection: 'dailyCounts', versionKey: false },
);

/** One row a day, by the day. */
export function createDailyCountStore(connection: Connection): DailyCountStore {
  const DailyCount = typedModel<DailyCountDocument>(connection, 'DailyCount', dailyCountSchema);
  return {
    async between(firstDay, lastDay) {
      const documents = await DailyCount.find({ _id: { $gte: firstDay, $lte: lastDay } })
        .sort({ _id: 1 })
        .lean<DailyCountDocument[]>();
      return documents.map(({ _id, ...counts }) => ({ day: _id, ...counts }));
    },

    async keep({ day, ...counts }) {
      await DailyCount.replaceOne({ _id: day }, counts, { upsert: true });
    },
  };
}
