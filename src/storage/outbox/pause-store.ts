import { type Connection, Schema } from 'mongoose';
import type { ChannelId } from '../../domain/channel-id.js';
import type { AccountTrouble, OutboxStore } from '../../services/outbox/store.js';

interface PauseDocument {
  readonly _id: ChannelId;
  readonly until?: Date;
  readonly code?: string;
  readonly trouble?: AccountTrouble | null;
}

const pauseSchema = new Schema<PauseDocument>(
  {
    _id: String,
    until: Date,
    code: String,
    trouble: { type: { code: String, since: Date, oneByOne: Boolean, _id: false } },
  },
  { collection: 'pauses', versionKey: false },
);

/** Silence that a messenger asked for, kept so that a restart obeys it too; and that it refuses the bot itself. */
export function createPauseStore(
  connection: Connection,
): Pick<OutboxStore, 'pausedUntil' | 'pauseUntil' | 'trouble' | 'saveTrouble'> {
  const Pause = connection.model('Pause', pauseSchema);
  return {
    pausedUntil: async (channel) => (await Pause.findById(channel).lean())?.until,
    async pauseUntil(channel, until, code) {
      await Pause.updateOne({ _id: channel }, { $set: { until, code } }, { upsert: true });
    },
    trouble: async (channel) => (await Pause.findById(channel).lean())?.trouble ?? undefined,
    async saveTrouble(channel, trouble) {
      await Pause.updateOne({ _id: channel }, { $set: { trouble: trouble ?? null } }, { upsert: true });
    },
  };
}
