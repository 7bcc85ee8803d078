import type { Messenger } from './emulator-feed.js';

/** Where the control API serves a stored file. */
export function controlMediaPath(messenger: Messenger, fileId: string): string {
  return `/control/media/${messenger}/${fileId}`;
}
