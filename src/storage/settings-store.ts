import { type Connection, Schema } from 'mongoose';
import type { SettingsKey, SettingsStore } from '../services/settings/settings.js';

interface SettingDocument {
  readonly _id: SettingsKey;
  readonly value: unknown;
}

const settingSchema = new Schema<SettingDocument>(
  { _id: { type: String, required: true }, value: { type: Schema.Types.Mixed, required: true } },
  { collection: 'settings', versionKey: false, minimize: false },
);

/** What staff have changed; one document for each key. */
export function createSettingsStore(connection: Connection): SettingsStore {
  const Setting = connection.model('Setting', settingSchema);
  return {
    async get() {
      const documents = await Setting.find({}).lean();
      // Written by `set` below only, so each value has the shape of its key.
      return Object.fromEntries(documents.map(({ _id, value }) => [_id, value]));
    },
    async set(key, value) {
      await Setting.updateOne({ _id: key }, { $set: { value } }, { upsert: true });
    },
  };
}
