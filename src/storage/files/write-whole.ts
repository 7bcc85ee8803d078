import { open, rename, rm, writeFile } from 'node:fs/promises';

/** A file under its final name is whole: the name appears only after the bytes are on the disk. */
export async function writeWhole(temporary: string, path: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await writeFile(temporary, bytes, { flag: 'wx', mode: 0o600, flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Makes new names in a directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
