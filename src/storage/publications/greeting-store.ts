import { type Connection, Schema, Types } from 'mongoose';
import type { Greeting, GreetingStore } from '../../services/greetings/greeting-store.js';
import { broadcastModel } from '../broadcasts/broadcast-model.js';
import { isDuplicateKey } from '../connection.js';
import { typedModel } from '../typed-model.js';

/** The day is the key: there is one greeting a day, whoever opens it. */
type GreetingDocument = Omit<Greeting, 'day'> & { readonly _id: string };

/** A year of greetings, every day one. */
const DAYS_MAX = 366;

const greetingSchema = new Schema(
  {
    _id: { type: String, required: true },
    holidayIds: { type: [String], required: true },
    publicationId: { type: String, required: true },
    broadcastId: { type: String, required: true },
    openedAt: { type: Date, required: true },
    isOpen: { type: Boolean, required: true },
  },
  { collection: 'greetings', versionKey: false },
);
greetingSchema.index({ holidayIds: 1 });

/** Which day has its greeting. */
export function createGreetingStore(connection: Connection): GreetingStore {
  const Day = typedModel<GreetingDocument>(connection, 'Greeting', greetingSchema);
  const Broadcast = broadcastModel(connection);
  return {
    async get(day) {
      const document = await Day.findById(day).lean<GreetingDocument>();
      return document ? toGreeting(document) : undefined;
    },

    async between(from, to) {
      const documents = await Day.find({ _id: { $gte: from, $lte: to } })
        .sort({ _id: 1 })
        .limit(DAYS_MAX)
        .lean<GreetingDocument[]>();
      return documents.map(toGreeting);
    },

    async begin({ day, holidayIds, openedAt }) {
      const ids = { publicationId: newId(), broadcastId: newId() };
      try {
        await Day.create([{ _id: day, holidayIds: [...holidayIds], ...ids, openedAt, isOpen: false }]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error; // begun before a restart, or by another process
      }
      return toGreeting(await Day.findById(day).orFail().lean<GreetingDocument>());
    },

    async finish(day) {
      await Day.updateOne({ _id: day }, { $set: { isOpen: true } });
    },

    async choose(day, holidayIds) {
      await Day.updateOne({ _id: day }, { $set: { holidayIds: [...holidayIds] } });
    },

    hasHoliday: async (holidayId) => (await Day.exists({ holidayIds: holidayId })) !== null,

    async statusesOf(broadcastIds) {
      const _id = { $in: broadcastIds.map((id) => new Types.ObjectId(id)) };
      const documents = await Broadcast.find({ _id }, { status: 1 }).limit(DAYS_MAX).lean();
      return new Map(documents.map((document) => [document._id.toHexString(), document.status]));
    },
  };
}

function newId(): string {
  return new Types.ObjectId().toHexString();
}

function toGreeting({ _id, ...greeting }: GreetingDocument): Greeting {
  return { day: _id, ...greeting };
}
