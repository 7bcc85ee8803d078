import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { deserialize, EJSON } from 'bson';
import type { Connection, mongo } from 'mongoose';
import { syncDirectory, writeWhole } from '../files/write-whole.js';
import { databaseOf } from './database-of.js';
import { hashFile } from './hash-file.js';
import { collectionPath, filePath, keyPath } from './layout.js';
import { MANIFEST_FILE, type Manifest, TransferError } from './manifest.js';
import type { OnProgress } from './progress.js';
import { MARKS } from './transfer-mark.js';

/** Documents asked for at a time. */
const BATCH = 500;
/** Kept as they are stored: an Int64 stays one, also where a double would hold it. */
const EVERY_TYPE = { promoteValues: false, bsonRegExp: true } as const;
/**
 * Pointed at by others, so they are read after those: whatever an exported document points at is in the export too.
 * Numbers and the chain of the audit are read last and are never behind.
 */
const READ_LAST = ['subscribers', 'publications', 'files', 'departments', 'settings', 'counters', 'audit'];

export interface ExportRequest {
  readonly connection: Connection;
  /** Where the bytes of files and the secret key are */
  readonly dataDir: string;
  /** A directory that does not exist yet, or is empty */
  readonly to: string;
  readonly now: Date;
  readonly onProgress: OnProgress;
}

/**
 * Copies everything into a directory: each collection as newline-delimited canonical Extended JSON
 * (https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/), the files, and the secret key.
 * The service may run meanwhile.
 *
 * @throws {TransferError} when the directory holds something already
 */
export async function exportAll({
  connection,
  dataDir,
  to,
  now,
  onProgress,
}: ExportRequest): Promise<Manifest> {
  await makeEmptyDirectory(to);
  const database = databaseOf(connection);
  const wasRunning = await isServed(database, now);
  const collections: Manifest['collections'] = [];
  for (const name of await collectionNames(database)) {
    const path = collectionPath(to, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    collections.push({ name, ...(await writeCollection(database.collection(name), path, onProgress)) });
  }
  const files = await copyFiles(dataDir, to, onProgress);
  await copyFile(keyPath(dataDir), keyPath(to));
  const manifest: Manifest = {
    format: 'visnyk-export',
    version: 1,
    id: randomUUID(),
    createdAt: now.toISOString(),
    wasRunning,
    collections,
    files,
  };
  const path = join(to, MANIFEST_FILE);
  await writeWhole(`${path}.partial`, path, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await syncDirectory(to);
  return manifest;
}

async function makeEmptyDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if ((await readdir(path)).length > 0)
    throw new TransferError(`каталог «${path}» не порожній: назвіть інший, щоб нічого не перезаписати`);
}

/** Whether a process holds any lease: what waits to be sent is then sent after this copy was made. */
async function isServed(database: mongo.Db, now: Date): Promise<boolean> {
  return (await database.collection('leases').findOne({ until: { $gt: now } })) !== null;
}

async function collectionNames(database: mongo.Db): Promise<string[]> {
  const found = await database.listCollections({}, { nameOnly: true }).toArray();
  const names = found.map(({ name }) => name).filter((name) => !name.startsWith('system.') && name !== MARKS);
  return names.sort((a, b) => READ_LAST.indexOf(a) - READ_LAST.indexOf(b) || a.localeCompare(b));
}

async function writeCollection(collection: mongo.Collection, path: string, onProgress: OnProgress) {
  const total = await collection.estimatedDocumentCount();
  const hash = createHash('sha256');
  let documents = 0;
  async function* lines(): AsyncGenerator<Buffer> {
    const cursor = collection.find<Uint8Array>({}, { raw: true, sort: { _id: 1 }, batchSize: BATCH });
    for await (const bytes of cursor) {
      const line = Buffer.from(`${EJSON.stringify(deserialize(bytes, EVERY_TYPE), { relaxed: false })}\n`);
      hash.update(line);
      documents += 1;
      if (documents % BATCH === 0 && documents < total)
        onProgress({ what: collection.collectionName, done: documents, total });
      yield line;
    }
  }
  await pipeline(lines, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  onProgress({ what: collection.collectionName, done: documents, total: documents });
  return { documents, sha256: hash.digest('hex') };
}

/** Bytes are kept by their SHA-256, so a file's name proves what is in it. */
async function copyFiles(dataDir: string, to: string, onProgress: OnProgress): Promise<Manifest['files']> {
  const shards = await readdir(join(dataDir, 'files')).catch(() => []);
  const lists = await Promise.all(
    shards
      .filter((shard) => /^[0-9a-f]{2}$/.test(shard))
      .map((shard) => readdir(join(dataDir, 'files', shard))),
  );
  const ids = lists.flat();
  const files: Manifest['files'] = [];
  for (const id of ids) {
    const path = filePath(to, id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await copyFile(filePath(dataDir, id), path);
    const { sha256, bytes } = await hashFile(path);
    if (sha256 !== id)
      throw new TransferError(`файл ${id} пошкоджено на диску: відновіть його з попередньої копії`);
    files.push({ id, bytes });
    onProgress({ what: 'файли', done: files.length, total: ids.length });
  }
  return files;
}
