import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { type Document, EJSON } from 'bson';
import type { Connection, mongo } from 'mongoose';
import { isDuplicateKey } from '../connection.js';
import { databaseOf } from './database-of.js';
import { hashFile } from './hash-file.js';
import { holdUnsent } from './hold-unsent.js';
import { collectionPath, filePath, keyPath } from './layout.js';
import { type Manifest, readManifest, TransferError } from './manifest.js';
import type { OnProgress } from './progress.js';
import { beginTransfer, finishTransfer } from './transfer-mark.js';

/** Documents written at a time. */
const BATCH = 500;

export interface ImportRequest {
  readonly connection: Connection;
  /** Where the bytes of files and the secret key go */
  readonly dataDir: string;
  /** What `exportAll` made */
  readonly from: string;
  readonly now: Date;
  readonly onProgress: OnProgress;
}

export interface Imported {
  readonly manifest: Manifest;
  /** Broadcasts and messages that wait for a person, because they may have been sent after the copy was made */
  readonly held: { readonly broadcasts: number; readonly messages: number };
}

/**
 * Takes an export into an empty database. Everything is checked against its checksums before anything is written;
 * after an interruption the same call goes on, and the service does not start on half an import.
 *
 * @throws {TransferError} when the export is not whole, or the database or the data directory holds other data
 */
export async function importAll(request: ImportRequest): Promise<Imported> {
  const { connection, dataDir, from, now, onProgress } = request;
  const manifest = await readManifest(from);
  await assertWhole(from, manifest, onProgress);
  await assertKeyFits(from, dataDir);
  const database = databaseOf(connection);
  await beginTransfer(connection, manifest, now);
  for (const { name, documents } of manifest.collections) {
    await readCollection(database.collection(name), collectionPath(from, name), documents, onProgress);
  }
  await copyFiles(from, dataDir, manifest, onProgress);
  await copyFile(keyPath(from), keyPath(dataDir));
  const held = manifest.wasRunning
    ? await holdUnsent(connection, manifest.createdAt)
    : { broadcasts: 0, messages: 0 };
  await finishTransfer(connection, manifest, now);
  return { manifest, held };
}

async function assertWhole(from: string, { collections, files }: Manifest, onProgress: OnProgress) {
  const expected = [
    ...collections.map(({ name, sha256 }) => ({ path: collectionPath(from, name), sha256 })),
    ...files.map(({ id }) => ({ path: filePath(from, id), sha256: id })),
  ];
  for (const [index, { path, sha256 }] of expected.entries()) {
    const found = await hashFile(path).catch(() => undefined);
    if (found?.sha256 !== sha256)
      throw new TransferError(
        `${path} ${found ? 'не такий, яким його записано' : 'не читається'}: копія пошкоджена, візьміть іншу. Нічого не змінено.`,
      );
    onProgress({ what: 'перевірка', done: index + 1, total: expected.length });
  }
}

/** What the key has sealed in the export cannot be opened with another. */
async function assertKeyFits(from: string, dataDir: string): Promise<void> {
  const [theirs, ours] = await Promise.all([
    readFile(keyPath(from), 'utf8').catch(() => undefined),
    readFile(keyPath(dataDir), 'utf8').catch(() => undefined),
  ]);
  if (theirs === undefined)
    throw new TransferError(`у копії немає ${keyPath(from)}: без нього не відкрити другі фактори входу`);
  if (ours !== undefined && ours.trim() !== theirs.trim())
    throw new TransferError(
      `${keyPath(dataDir)} належить іншим даним. Приберіть його в інше місце (з ним працює та база) і повторіть.`,
    );
}

async function readCollection(
  collection: mongo.Collection,
  path: string,
  total: number,
  onProgress: OnProgress,
): Promise<void> {
  let done = 0;
  let batch: Document[] = [];
  const write = async () => {
    if (batch.length === 0) return;
    await insertOnce(collection, batch);
    done += batch.length;
    batch = [];
    onProgress({ what: collection.collectionName, done, total });
  };
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    batch.push(EJSON.parse(line, { relaxed: false }));
    if (batch.length === BATCH) await write();
  }
  await write();
  const kept = await collection.countDocuments();
  if (kept !== total)
    throw new TransferError(
      `у «${collection.collectionName}» ${kept} документів замість ${total}: повторіть імпорт`,
    );
}

/** Those that an interrupted import has written already are left as they are. */
async function insertOnce(collection: mongo.Collection, documents: Document[]): Promise<void> {
  try {
    await collection.insertMany(documents, { ordered: false });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

async function copyFiles(from: string, dataDir: string, { files }: Manifest, onProgress: OnProgress) {
  for (const [index, { id }] of files.entries()) {
    const path = filePath(dataDir, id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await copyFile(filePath(from, id), path);
    onProgress({ what: 'файли', done: index + 1, total: files.length });
  }
}
