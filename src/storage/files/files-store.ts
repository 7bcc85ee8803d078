import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Files, StoredFile } from '../../services/files/files.js';
import { openFileBytes } from './file-bytes.js';
import { fileExtension } from './file-extension.js';
import { type FileDocument, fileModel } from './file-model.js';

export interface FilesDeps {
  readonly connection: Connection;
  /** Holds the bytes; made when missing. Shared by all processes that share the database. */
  readonly directory: string;
  /** At least 128 random bits, safe in a URL and in a file name; by default from the system */
  readonly randomName?: (() => string) | undefined;
}

/** Files by content: bytes in a directory, written first; records in the database, so no record lacks its bytes. */
export async function createFiles({ connection, directory, randomName = random }: FilesDeps): Promise<Files> {
  const File = fileModel(connection);
  const disk = await openFileBytes(directory);
  const find = async (filter: Partial<Pick<FileDocument, '_id' | 'publicName'>>) => {
    const document = await File.findOne(filter).lean<FileDocument>();
    return document ? toStoredFile(document) : undefined;
  };

  return {
    async put(bytes, contentType) {
      const id = createHash('sha256').update(bytes).digest('hex');
      await disk.write(id, bytes);
      const document = await File.findByIdAndUpdate(
        id,
        { $setOnInsert: { contentType, sizeBytes: bytes.length } },
        { upsert: true, returnDocument: 'after' },
      ).lean<FileDocument>();
      if (!document) throw new Error(`the record of file ${id} was not written`);
      return toStoredFile(document);
    },

    async publish(id) {
      const file = await find({ _id: id });
      if (!file) throw new Error(`there is no file ${id}`);
      const publicName = `${randomName()}.${fileExtension(file.contentType)}`;
      await File.updateOne({ _id: id, publicName: { $exists: false } }, { $set: { publicName } });
      const published = await find({ _id: id }); // by whoever was first
      if (published?.publicName === undefined) throw new Error(`file ${id} was not published`);
      return { ...published, publicName: published.publicName };
    },

    get: (id) => find({ _id: id }),
    findPublic: (publicName) => find({ publicName }),
    read: (id) => disk.read(id),
    reference: async (id, bot) =>
      (await File.findById(id, { references: 1 }).lean<FileDocument>())?.references?.[bot],

    async remember(id, bot, reference) {
      await File.updateOne({ _id: id }, { $set: { [`references.${bot}`]: reference } });
    },
  };
}

function random(): string {
  return randomBytes(16).toString('base64url');
}

function toStoredFile({ _id, contentType, sizeBytes, publicName }: FileDocument): StoredFile {
  return { id: _id, contentType, sizeBytes, publicName };
}
