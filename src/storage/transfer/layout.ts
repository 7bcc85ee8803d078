import { join } from 'node:path';

/** Where things lie in an export: `collections/appeals.ndjson`, `files/ab/abcdef…`, `secret.key`. */
export function collectionPath(directory: string, name: string): string {
  return join(directory, 'collections', `${name}.ndjson`);
}

/** Also where they lie in `DATA_DIR`. @param id SHA-256 of the bytes, in hex */
export function filePath(directory: string, id: string): string {
  return join(directory, 'files', id.slice(0, 2), id);
}

export function keyPath(directory: string): string {
  return join(directory, 'secret.key');
}
