import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;

/**
 * The service's own secret, in `DATA_DIR/secret.key`, made when there is none: seals what the database holds but a
 * copy of the database must not give away. Processes on one database need the same file.
 *
 * @throws when the file cannot be made, or is cut off
 */
export async function openSecretKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret.key');
  const fresh = randomBytes(KEY_BYTES).toString('base64url');
  await writeFile(path, fresh, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const key = (await readFile(path, 'utf8')).trim();
  if (key.length < fresh.length) throw new Error(`${path} is cut off: put its copy back, or remove it`);
  return key;
}
