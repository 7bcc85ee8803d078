import { randomBytes } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';

/** As much as an appeal with its message takes, and more: a full disk may still have room for a few bytes. */
const ROOM_BYTES = 64 * 1024;

const heartbeatSchema = new Schema(
  { _id: { type: String, required: true }, room: { type: Buffer, required: true } },
  { collection: 'heartbeats', versionKey: false },
);

/** Proves that the database keeps what it is given. @throws what the database said when it does not */
export function createHeartbeat(connection: Connection): () => Promise<void> {
  const Heartbeat = connection.model('Heartbeat', heartbeatSchema);
  return async () => {
    const room = randomBytes(ROOM_BYTES);
    await Heartbeat.updateOne({ _id: 'readiness' }, { $set: { room } }, { upsert: true });
  };
}
