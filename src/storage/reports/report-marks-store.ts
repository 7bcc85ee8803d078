import { type Connection, Schema } from 'mongoose';
import type { ReportMarksStore, StoredSentence, StoredVerdict } from '../../services/reports/ports.js';
import { typedModel } from '../typed-model.js';

interface MonthDocument {
  /** `2021-03` */
  readonly _id: string;
  readonly verdicts: Readonly<Partial<Record<string, Omit<StoredVerdict, 'key'>>>>;
  readonly sentences: readonly StoredSentence[];
}

const monthSchema = new Schema(
  {
    _id: { type: String, required: true },
    verdicts: { type: Schema.Types.Mixed, default: {} },
    sentences: { type: [Schema.Types.Mixed], default: [] },
  },
  { collection: 'reportMonths', versionKey: false, minimize: false },
);

/** What staff confirmed and added, month by month. */
export function createReportMarksStore(connection: Connection): ReportMarksStore {
  const Month = typedModel<MonthDocument>(connection, 'ReportMonth', monthSchema);
  return {
    async get(month) {
      const document = await Month.findById(month).lean();
      return {
        verdicts: Object.entries(document?.verdicts ?? {}).map(
          // Written by `judge` below only, under a paragraph's key.
          ([key, verdict]) => ({ key, ...verdict }) as StoredVerdict,
        ),
        sentences: document?.sentences ?? [],
      };
    },
    async judge(month, { key, ...verdict }) {
      await Month.updateOne({ _id: month }, { $set: { [`verdicts.${key}`]: verdict } }, { upsert: true });
    },
    async addSentence(month, sentence) {
      await Month.updateOne({ _id: month }, { $push: { sentences: sentence } }, { upsert: true });
    },
    async removeSentence(month, id) {
      await Month.updateOne({ _id: month }, { $pull: { sentences: { id } } });
    },
  };
}
