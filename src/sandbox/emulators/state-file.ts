import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Changes are gathered this long before they are written. */
const WRITE_AFTER_MS = 1000;

/** A JSON file that follows a changing state. */
export interface StateFile {
  /** What was written last; undefined when there is nothing readable */
  read(): unknown;
  /** Something changed: written soon */
  touch(): void;
  /** Written now, and never again */
  close(): void;
}

/**
 * Writes whole snapshots to a temporary file and renames it, so a kill leaves the one before or the
 * one after.
 */
export function createStateFile(path: string, snapshot: () => unknown): StateFile {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    const temporary = `${path}.new`;
    writeFileSync(temporary, JSON.stringify(snapshot()), { mode: 0o600 });
    renameSync(temporary, path);
  };
  return {
    read() {
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch (error) {
        if (error instanceof SyntaxError) return undefined; // a broken toy state is not worth a failed start
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    touch() {
      timer ??= setTimeout(write, WRITE_AFTER_MS);
    },
    close() {
      clearTimeout(timer);
      write();
    },
  };
}
