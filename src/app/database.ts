import { chmodSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { Config } from '../config.js';
import type { Logger } from '../lib/log.js';
import { connectDatabase } from '../storage/connection.js';
import { startEmbeddedDatabase } from '../storage/embedded/start.js';

/** POSIX counts blocks so. */
const BLOCK_BYTES = 512;

export interface Database {
  readonly kind: 'embedded' | 'MongoDB';
  readonly connection: Connection;
  /** On the disk; undefined where it does not say */
  sizeBytes(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Connects to `MONGODB_URI`, or starts the embedded database in the data directory and connects to that. */
export async function openDatabase(config: Config, log: Logger): Promise<Database> {
  if (config.mongodbUri !== undefined) {
    const connection = await connectDatabase(config.mongodbUri).catch(refuseUnreachable);
    return {
      kind: 'MongoDB',
      connection,
      sizeBytes: () => mongodbSize(connection),
      close: () => connection.close(),
    };
  }
  const embedded = await startEmbeddedDatabase({
    directory: join(config.dataDir, 'db'),
    log: (line) => log.warn({}, line),
  });
  try {
    writeUri(config.dataDir, embedded.uri);
    const connection = await connectDatabase(embedded.uri);
    return {
      kind: 'embedded',
      connection,
      sizeBytes: () => directorySize(join(config.dataDir, 'db')),
      async close() {
        await connection.close();
        await embedded.close();
      },
    };
  } catch (error) {
    await embedded.close(); // its thread would keep the process alive, and its files locked
    throw error;
  }
}

/** Rights of a hosted MongoDB may not reach as far. */
async function mongodbSize({ db }: Connection): Promise<number | undefined> {
  const stats = await db?.stats().catch(() => undefined);
  return stats && Number(stats.storageSize) + Number(stats.indexSize);
}

/** The embedded database keeps its files beside each other. Files of a database may be larger than what they take. */
async function directorySize(directory: string): Promise<number> {
  const names = await readdir(directory);
  const sizes = await Promise.all(names.map((name) => stat(join(directory, name))));
  return sizes.reduce((sum, { blocks }) => sum + blocks * BLOCK_BYTES, 0);
}

/** The address itself is not repeated: it may hold a password. @throws {Error} with a sentence for the terminal */
function refuseUnreachable(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const advice = 'check that it runs, that this machine may reach it, and the address in MONGODB_URI';
  throw new Error(`the database of MONGODB_URI does not answer (${reason}): ${advice}`, { cause });
}

/** For MongoDB's own tools; only the owner may read it. */
function writeUri(dataDir: string, uri: string): void {
  const path = join(dataDir, 'mongodb.uri');
  writeFileSync(path, `${uri}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
}
