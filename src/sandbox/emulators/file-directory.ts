import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of stored files on disk, one file each. */
export interface FileDirectory {
  write(id: string, bytes: Uint8Array): void;
  /** undefined when the file is gone */
  read(id: string): Uint8Array | undefined;
  remove(id: string): void;
}

/** Keeps bytes under a directory only this user can enter. Ids are the store's own: base64url. */
export function createFileDirectory(path: string): FileDirectory {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return {
    write: (id, bytes) => writeFileSync(join(path, id), bytes, { mode: 0o600 }),
    read(id) {
      try {
        return new Uint8Array(readFileSync(join(path, id)));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (id) => rmSync(join(path, id), { force: true }),
  };
}

/** Keeps nothing: for tests that never restart. */
export const noFileDirectory: FileDirectory = { write() {}, read: () => undefined, remove() {} };
