import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../config.js';

/**
 * Makes the data directory, for its owner only, and proves that something can be made inside.
 *
 * @throws {ConfigError} naming DATA_DIR
 */
export function prepareDataDirectory(path: string): void {
  try {
    makeDirectory(resolve(path));
    rmdirSync(mkdtempSync(join(path, '.probe-')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([{ name: 'DATA_DIR', problem: `is a place where nothing can be kept: ${reason}` }]);
  }
}

/** Level by level: Node's own `recursive` never returns where the system says ENOENT to a mkdir, as in /proc. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(path)) throw error; // else another process made it meanwhile
  }
}
