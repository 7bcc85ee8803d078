import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncDirectory, writeWhole } from './write-whole.js';

/** Bytes on disk, named by their SHA-256. */
export interface FileBytes {
  /**
   * Resolves only when the bytes survive a power cut. Repeated for the same id, it mends or leaves the file.
   * @returns whether they were there already
   */
  write(id: string, bytes: Uint8Array): Promise<boolean>;
  /** @throws when there is no such file */
  read(id: string): Promise<Uint8Array>;
  /** No error where there is none. */
  remove(id: string): Promise<void>;
}

/** What an interrupted write left behind; older than any write that another process may still have under way. */
const STALE_MS = 60 * 60 * 1000;

/**
 * Opens the directory, making it and clearing what interrupted writes left behind. Only the service's own user may
 * read it: citizens' files lie here.
 */
export async function openFileBytes(directory: string): Promise<FileBytes> {
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await syncDirectory(dirname(directory));
  await removeStale(incoming);

  return {
    async write(id, bytes) {
      const shard = shardOf(directory, id);
      const path = join(shard, id);
      await mkdir(shard, { recursive: true, mode: 0o700 });
      const isThere = (await statIfPresent(path))?.size === bytes.length;
      if (!isThere) await writeWhole(join(incoming, randomUUID()), path, bytes);
      // Also when the file was there: whoever renamed it may not have come this far.
      await syncDirectory(shard);
      await syncDirectory(directory);
      return isThere;
    },

    read: async (id) => readFile(join(shardOf(directory, id), id)),
    remove: async (id) => rm(join(shardOf(directory, id), id), { force: true }),
  };
}

/** `ab` of `abcdef…`, so that no directory gets too long. */
function shardOf(directory: string, id: string): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new TypeError('a file id is a SHA-256 in hex');
  return join(directory, id.slice(0, 2));
}

async function removeStale(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await statIfPresent(path); // another process may just have finished it
    if (found && found.mtimeMs < Date.now() - STALE_MS) await rm(path, { force: true });
  }
}

async function statIfPresent(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
