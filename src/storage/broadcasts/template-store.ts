import { type Connection, Schema, type Types } from 'mongoose';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { TEMPLATES_MAX, type Template, type TemplateStore } from '../../services/templates/templates.js';
import { isDuplicateKey } from '../connection.js';
import { objectId } from '../cursor.js';
import { typedModel } from '../typed-model.js';

type TemplateDocument = Omit<Template, 'id' | 'link' | 'delivery'> & {
  readonly _id: Types.ObjectId;
  readonly link?: Template['link'];
  readonly delivery?: Template['delivery'];
};

const linkSchema = new Schema({ url: String, label: String }, { _id: false });

const templateSchema = new Schema(
  {
    name: { type: String, required: true },
    kind: { type: String, enum: BROADCAST_KINDS, required: true },
    title: { type: String, required: true },
    text: { type: String, required: true },
    link: linkSchema,
    buttons: { type: [linkSchema], default: [] },
    audience: {
      type: {
        channels: { type: [String], default: undefined },
        topics: { type: [String], default: undefined },
        _id: false,
      },
      default: {},
    },
    delivery: { type: String, enum: ['instant', 'digest'] },
    ignoreQuietHours: { type: Boolean, required: true },
  },
  { collection: 'templates', versionKey: false, minimize: false },
);
templateSchema.index({ name: 1 }, { unique: true });

/** Templates of broadcasts. */
export function createTemplateStore(connection: Connection): TemplateStore {
  const Row = typedModel<TemplateDocument>(connection, 'Template', templateSchema);
  return {
    async list() {
      const rows = await Row.find().sort({ name: 1 }).limit(TEMPLATES_MAX).lean<TemplateDocument[]>();
      return rows.map(toTemplate);
    },

    async get(id) {
      const _id = objectId(id);
      const row = _id && (await Row.findById(_id).lean<TemplateDocument>());
      return row ? toTemplate(row) : undefined;
    },

    insert: (template) =>
      unlessTaken(async () => {
        const row = new Row(template);
        await row.save();
        return toTemplate(row.toObject());
      }),

    replace: ({ id, ...template }) =>
      unlessTaken(async () => {
        const row = await Row.findOneAndReplace({ _id: objectId(id) ?? null }, template, {
          returnDocument: 'after',
        }).lean<TemplateDocument>();
        return row ? toTemplate(row) : undefined;
      }),

    async remove(id) {
      await Row.deleteOne({ _id: objectId(id) ?? null });
    },
  };
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

function toTemplate({ _id, link, delivery, ...fields }: TemplateDocument): Template {
  return { ...fields, id: _id.toHexString(), link, delivery };
}
