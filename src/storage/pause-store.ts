import { type Connection, Schema } from 'mongoose';
import type { ChannelId } from '../domain/channel-id.js';
import type { OutboxStore } from '../services/outbox/store.js';

interface PauseDocument {
  readonly _id: ChannelId;
  readonly until: Date;
  readonly code: string;
}

const pauseSchema = new Schema<PauseDocument>(
  { _id: String, until: { type: Date, required: true }, code: { type: String, required: true } },
  { collection: 'pauses', versionKey: false },
);

/** Silence that a messenger asked for, kept so that a restart obeys it too. */
export function createPauseStore(connection: Connection): Pick<OutboxStore, 'pausedUntil' | 'pauseUntil'> {
  const Pause = connection.model('Pause', pauseSchema);
  return {
    pausedUntil: async (channel) => (await Pause.findById(channel).lean())?.until,
    async pauseUntil(channel, until, code) {
      await Pause.updateOne({ _id: channel }, { $set: { until, code } }, { upsert: true });
    },
  };
}
