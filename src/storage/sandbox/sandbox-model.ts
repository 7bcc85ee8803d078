import { type Connection, type Model, Schema } from 'mongoose';

/** What the sandbox remembers about itself, by name. */
export interface SandboxDocument {
  readonly _id: 'demonstration' | 'clock' | 'kill-switch';
  readonly value: unknown;
}

const sandboxSchema = new Schema<SandboxDocument>(
  { _id: { type: String, required: true }, value: { type: Schema.Types.Mixed, required: true } },
  { collection: 'sandbox', versionKey: false },
);

export function sandboxModel(connection: Connection): Model<SandboxDocument> {
  return connection.model<SandboxDocument>('Sandbox', sandboxSchema);
}
