import { createHash, randomBytes } from 'node:crypto';
import type { FileDirectory } from './file-directory.js';
import { type ImageSize, imageSize, imageType } from './image-size.js';

/** Bytes kept in all; the oldest files go first. */
const BYTES_KEPT = 256 * 1024 * 1024;

/** What is known of a file beside its bytes. */
export interface FileDescription {
  readonly id: string;
  /** The same for the same bytes, whoever sent them */
  readonly uniqueId: string;
  readonly contentType: string;
  readonly fileName: string;
  /** For pictures */
  readonly size?: ImageSize | undefined;
}

/** A file a messenger's server holds. */
export interface StoredFile extends FileDescription {
  readonly bytes: Uint8Array;
}

/** Media of the chats: what the bot uploads and what residents send. */
export interface FileStore {
  put(bytes: Uint8Array, contentType: string, fileName: string): StoredFile;
  get(id: string): StoredFile | undefined;
  /** For a snapshot: everything but the bytes */
  descriptions(): readonly FileDescription[];
  restore(descriptions: readonly FileDescription[]): void;
}

/**
 * An empty store that keeps the newest 256 MB.
 *
 * @param prefix how ids begin, as the messenger's do
 */
export function createFileStore(prefix: string, directory: FileDirectory): FileStore {
  const files = new Map<string, StoredFile>();
  let total = 0;
  const keep = (file: StoredFile) => {
    files.set(file.id, file);
    total += file.bytes.length;
    for (const [id, oldest] of files) {
      if (total <= BYTES_KEPT) return;
      files.delete(id);
      directory.remove(id);
      total -= oldest.bytes.length;
    }
  };
  return {
    put(bytes, contentType, fileName) {
      const file: StoredFile = {
        id: prefix + randomBytes(33).toString('base64url'),
        uniqueId: `AQAD${createHash('sha256').update(bytes).digest('base64url').slice(0, 11)}`,
        bytes,
        contentType: imageType(bytes) ?? contentType,
        fileName,
        size: imageSize(bytes),
      };
      directory.write(file.id, bytes);
      keep(file);
      return file;
    },
    get: (id) => files.get(id),
    descriptions: () => [...files.values()].map(({ bytes: _bytes, ...description }) => description),
    restore(descriptions) {
      for (const description of descriptions) {
        const bytes = directory.read(description.id);
        if (bytes !== undefined) keep({ ...description, bytes });
      }
    },
  };
}
