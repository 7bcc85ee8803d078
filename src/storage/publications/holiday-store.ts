import { type Connection, Schema } from 'mongoose';
import type { Holiday, HolidayRule } from '../../domain/holidays/holiday.js';
import type { NameForms } from '../../domain/holidays/name-forms.js';
import type { HolidayStore } from '../../services/greetings/holiday-store.js';
import { typedModel } from '../typed-model.js';

/** What the city says of a holiday; `local` is there for a day of its own. */
interface HolidayDocument {
  readonly _id: string;
  readonly isOff: boolean;
  readonly local?: {
    readonly name: NameForms;
    readonly isMemorial: boolean;
    readonly rule: HolidayRule;
    readonly year?: number;
    readonly enteredAt: Date;
  };
}

/** A council enters a handful. */
const LOCALS_MAX = 500;

const holidaySchema = new Schema(
  {
    _id: { type: String, required: true },
    isOff: { type: Boolean, default: false },
    local: {
      type: {
        name: { nominative: String, genitive: String, instrumental: String },
        isMemorial: Boolean,
        rule: Schema.Types.Mixed,
        year: Number,
        enteredAt: Date,
        _id: false,
      },
    },
  },
  { collection: 'holidays', versionKey: false },
);

/** The city's own days, and what it has switched off. */
export function createHolidayStore(connection: Connection, real: () => Date): HolidayStore {
  const Document = typedModel<HolidayDocument>(connection, 'Holiday', holidaySchema);
  return {
    async read() {
      const documents = await Document.find().limit(LOCALS_MAX).lean<HolidayDocument[]>();
      return {
        locals: documents
          .filter(({ local }) => local !== undefined)
          .sort((a, b) => (a.local?.enteredAt.getTime() ?? 0) - (b.local?.enteredAt.getTime() ?? 0))
          .flatMap(toHoliday),
        off: new Set(documents.filter(({ isOff }) => isOff).map(({ _id }) => _id)),
      };
    },

    async addLocal({ id, name, isMemorial, rule, validFrom }) {
      const year = validFrom === undefined ? {} : { year: validFrom };
      const local = { name, isMemorial, rule, ...year, enteredAt: real() };
      await Document.updateOne({ _id: id }, { $set: { isOff: false, local } }, { upsert: true });
    },

    async removeLocal(id) {
      const { deletedCount } = await Document.deleteOne({ _id: id, local: { $exists: true } });
      return deletedCount === 1;
    },

    async switch(id, isOn) {
      await Document.updateOne({ _id: id }, { $set: { isOff: !isOn } }, { upsert: true });
    },
  };
}

function toHoliday({ _id, local }: HolidayDocument): Holiday[] {
  if (!local) return [];
  const { name, isMemorial, rule, year } = local;
  return [
    {
      id: _id,
      name,
      shortName: name,
      reportCase: 'genitive',
      kind: 'local',
      isMemorial,
      rule,
      validFrom: year,
      validTo: year,
    },
  ];
}
