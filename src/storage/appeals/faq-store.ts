import { type Connection, Schema, Types } from 'mongoose';
import type { FaqCard } from '../../domain/faq.js';
import { FAQ_CARDS_MAX, FAQ_OUTCOMES, type FaqOutcome, type FaqStore } from '../../services/faq/faq.js';
import { objectId } from '../cursor.js';
import { typedModel } from '../typed-model.js';

type FaqCardDocument = Omit<FaqCard, 'id'> & { readonly _id: Types.ObjectId };

interface FaqOutcomeDocument {
  readonly inboxId: string;
  readonly cardId: string;
  readonly outcome: FaqOutcome;
}

const cardSchema = new Schema(
  {
    title: { type: String, required: true },
    text: { type: String, required: true },
    stems: { type: [String], required: true },
    ownerId: { type: String, required: true },
    checkBy: { type: String, required: true },
  },
  { collection: 'faqCards', versionKey: false },
);
cardSchema.index({ title: 1 });

const outcomeSchema = new Schema(
  {
    inboxId: { type: String, required: true },
    cardId: { type: String, required: true },
    outcome: { type: String, enum: FAQ_OUTCOMES, required: true },
  },
  { collection: 'faqOutcomes', versionKey: false },
);
outcomeSchema.index({ inboxId: 1 }, { unique: true });
outcomeSchema.index({ cardId: 1, outcome: 1 });

/** Ready answers, and what came of showing them. */
export function createFaqStore(connection: Connection): FaqStore {
  const Card = typedModel<FaqCardDocument>(connection, 'FaqCard', cardSchema);
  const Outcome = typedModel<FaqOutcomeDocument>(connection, 'FaqOutcome', outcomeSchema);

  return {
    async list(confirmedOn) {
      const rows = await Card.find(confirmedOn === undefined ? {} : { checkBy: { $gte: confirmedOn } })
        .sort({ title: 1 })
        .limit(FAQ_CARDS_MAX)
        .lean<FaqCardDocument[]>();
      return rows.map(toCard);
    },

    async get(id) {
      const _id = objectId(id);
      const row = _id && (await Card.findById(_id).lean<FaqCardDocument>());
      return row ? toCard(row) : undefined;
    },

    async insert(card) {
      const row = new Card(card);
      await row.save();
      return toCard(row.toObject());
    },

    async change(id, card) {
      const _id = new Types.ObjectId(id);
      const options = { returnDocument: 'after' } as const;
      const row = await Card.findOneAndUpdate({ _id }, { $set: card }, options).lean<FaqCardDocument>();
      return row ? toCard(row) : undefined;
    },

    async remove(id) {
      await Card.deleteOne({ _id: new Types.ObjectId(id) });
      await Outcome.deleteMany({ cardId: id });
    },

    async count(inboxId, cardId, outcome) {
      await Outcome.updateOne({ inboxId }, { $setOnInsert: { cardId, outcome } }, { upsert: true });
    },

    counted: (cardId, outcome) => Outcome.countDocuments({ cardId, outcome }),
  };
}

function toCard({ _id, ...fields }: FaqCardDocument): FaqCard {
  return { ...fields, id: _id.toHexString() };
}
