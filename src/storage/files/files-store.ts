import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { sleep } from '../../lib/sleep.js';
import type { Files, StoredFile } from '../../services/files/files.js';
import { isDuplicateKey } from '../connection.js';
import { openFileBytes } from './file-bytes.js';
import { fileExtension } from './file-extension.js';
import { type FileDocument, fileModel } from './file-model.js';

export interface FilesDeps {
  readonly connection: Connection;
  /** Holds the bytes; made when missing. Shared by all processes that share the database. */
  readonly directory: string;
  readonly real: () => Date;
  /** At least 128 random bits, safe in a URL and in a file name; by default from the system */
  readonly randomName?: (() => string) | undefined;
}

/** Bytes are removed within milliseconds; whoever brings the same ones looks so often, for so long. */
const GOING_MS = 20;
const GOING_MAX_MS = 1_000;
/** Records of one look for unused files. */
const FILES_PER_LOOK = 500;

/** Files by content: bytes in a directory, written first; records in the database, so no record lacks its bytes. */
export async function createFiles({
  connection,
  directory,
  real,
  randomName = random,
}: FilesDeps): Promise<Files> {
  const File = fileModel(connection);
  const disk = await openFileBytes(directory);
  const find = async (filter: Partial<Pick<FileDocument, '_id' | 'publicName'>>) => {
    const document = await File.findOne(filter).lean<FileDocument>();
    return document ? toStoredFile(document) : undefined;
  };

  return {
    async put(bytes, contentType) {
      const id = createHash('sha256').update(bytes).digest('hex');
      const wasThere = await disk.write(id, bytes);
      const document = await recordOf(id, { contentType, sizeBytes: bytes.length });
      // What lay there may have been on its way out; its record went last, so now nobody removes it any more.
      if (wasThere && document.puts === 1) await disk.write(id, bytes);
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

    async remove(ids) {
      for (const id of ids) {
        const { matchedCount } = await File.updateOne({ _id: id, puts: 1 }, { $set: { isGoing: true } });
        if (matchedCount === 1) await takeAway(id);
      }
    },

    async removeUnused(isUsed, before, signal) {
      for (const { _id } of await File.find({ isGoing: true }, { _id: 1 }).lean()) await takeAway(_id);
      let count = 0;
      let after = '';
      while (!signal.aborted) {
        const files = await File.find({ _id: { $gt: after } }, { putAt: 1 })
          .sort({ _id: 1 })
          .limit(FILES_PER_LOOK)
          .lean<FileDocument[]>();
        for (const { _id, putAt } of files)
          if (putAt && putAt < before && !isUsed(_id)) count += await removeIfOld(_id, before);
        after = files.at(-1)?._id ?? after;
        if (files.length < FILES_PER_LOOK) break;
      }
      return count;
    },
  };

  async function removeIfOld(id: string, before: Date): Promise<number> {
    const old = { _id: id, putAt: { $lt: before } };
    const { matchedCount } = await File.updateOne(old, { $set: { isGoing: true } });
    if (matchedCount === 1) await takeAway(id);
    return matchedCount;
  }

  /** One more put of these bytes; waits while they are being removed. */
  async function recordOf(id: string, file: Pick<FileDocument, 'contentType' | 'sizeBytes'>) {
    const deadline = AbortSignal.timeout(GOING_MAX_MS);
    for (;;) {
      try {
        const document = await File.findOneAndUpdate(
          { _id: id, isGoing: { $exists: false } },
          { $inc: { puts: 1 }, $set: { putAt: real() }, $setOnInsert: file },
          { upsert: true, returnDocument: 'after' },
        ).lean<FileDocument>();
        if (!document) throw new Error(`the record of file ${id} was not written`);
        return document;
      } catch (error) {
        // It is there and going, or somebody else has just put it.
        if (!isDuplicateKey(error) || deadline.aborted) throw error;
        await sleep(GOING_MS, deadline);
      }
    }
  }

  /** The bytes first: as long as the record is there, nobody takes them for kept. */
  async function takeAway(id: string): Promise<void> {
    await disk.remove(id);
    await File.deleteOne({ _id: id, isGoing: true });
  }
}

function random(): string {
  return randomBytes(16).toString('base64url');
}

function toStoredFile({ _id, contentType, sizeBytes, publicName }: FileDocument): StoredFile {
  return { id: _id, contentType, sizeBytes, publicName };
}
