import { type Connection, Schema } from 'mongoose';
import type { Greeting, GreetingStore } from '../services/greetings/greeting-store.js';
import { isDuplicateKey } from './connection.js';
import { typedModel } from './typed-model.js';

/** The day is the key: there is one greeting a day, whoever opens it. */
type GreetingDocument = Omit<Greeting, 'day'> & { readonly _id: string };

/** A year and a half of greetings, every day one. */
const DAYS_MAX = 550;

const greetingSchema = new Schema(
  {
    _id: { type: String, required: true },
    holidayIds: { type: [String], required: true },
    publicationId: { type: String, required: true },
    broadcastId: { type: String, required: true },
    openedAt: { type: Date, required: true },
  },
  { collection: 'greetings', versionKey: false },
);
greetingSchema.index({ holidayIds: 1 });

/** Which day has its draft. */
export function createGreetingStore(connection: Connection): GreetingStore {
  const Document = typedModel<GreetingDocument>(connection, 'Greeting', greetingSchema);
  return {
    async get(day) {
      const document = await Document.findById(day).lean<GreetingDocument>();
      return document ? toGreeting(document) : undefined;
    },

    async between(from, to) {
      const documents = await Document.find({ _id: { $gte: from, $lte: to } })
        .sort({ _id: 1 })
        .limit(DAYS_MAX)
        .lean<GreetingDocument[]>();
      return documents.map(toGreeting);
    },

    async keep({ day, ...greeting }) {
      try {
        await Document.create([{ _id: day, ...greeting, holidayIds: [...greeting.holidayIds] }]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error; // kept before a restart, or by another process
      }
    },

    async choose(day, holidayIds) {
      await Document.updateOne({ _id: day }, { $set: { holidayIds: [...holidayIds] } });
    },

    hasHoliday: async (holidayId) => (await Document.exists({ holidayIds: holidayId })) !== null,
  };
}

function toGreeting({ _id, ...greeting }: GreetingDocument): Greeting {
  return { day: _id, ...greeting };
}
