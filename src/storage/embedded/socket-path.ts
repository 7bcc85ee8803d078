import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The kernel's limit is 108 bytes on Linux and 104 on macOS. */
const MAX_PATH_BYTES = 100;
const SOCKET_NAME = 'mongodb.sock';

/** Where the socket goes: always in a directory that only this user may enter (0700). */
export interface SocketPlace {
  readonly path: string;
  /** Removes a socket that a killed process left. Only for whoever holds the directory. */
  removeStale(): void;
  /** Removes the socket, and its directory when that was made for it. */
  remove(): void;
}

/** Makes the database's directory, and a fresh one for the socket when the path would be too long. */
export function prepareSocket(directory: string): SocketPlace {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  const path = join(resolve(directory), SOCKET_NAME);
  if (Buffer.byteLength(path) <= MAX_PATH_BYTES) {
    const remove = () => rmSync(path, { force: true });
    return { path, removeStale: remove, remove };
  }
  const fresh = mkdtempSync(join(tmpdir(), 'visnyk-'));
  return {
    path: join(fresh, SOCKET_NAME),
    removeStale: () => undefined,
    remove: () => rmSync(fresh, { recursive: true, force: true }),
  };
}
