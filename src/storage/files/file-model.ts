import { type Connection, type Model, Schema } from 'mongoose';
import { typedModel } from '../typed-model.js';

export interface FileDocument {
  /** SHA-256 of the bytes, hex */
  readonly _id: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** How often these bytes were brought; whoever brought them once alone may take them away again */
  readonly puts?: number;
  /** When they were last brought, by the real clock */
  readonly putAt?: Date;
  /** Its bytes are being removed: nobody may rely on them */
  readonly isGoing?: true;
  readonly publicName?: string;
  /** By bot: what the messenger calls a file it already has */
  readonly references?: Readonly<Record<string, string>>;
}

const fileSchema = new Schema(
  {
    _id: String,
    contentType: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    puts: Number,
    putAt: Date,
    isGoing: Boolean,
    publicName: String,
    references: { type: Map, of: String },
  },
  { collection: 'files', versionKey: false },
);
fileSchema.index({ isGoing: 1 }, { sparse: true });
fileSchema.index({ publicName: 1 }, { unique: true, sparse: true });

export function fileModel(connection: Connection): Model<FileDocument> {
  return typedModel(connection, 'File', fileSchema);
}
