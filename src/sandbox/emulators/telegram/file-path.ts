import type { FileStore, StoredFile } from '../file-store.js';

/** Where `getFile` says the bytes are: `<folder>/<file id><extension>`. */
export function filePath({ id, contentType, fileName }: StoredFile): string {
  const folder = contentType.startsWith('image/') ? 'photos' : 'documents';
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(fileName)?.[0] ?? '';
  return `${folder}/${id}${extension}`;
}

/** The file at such a path. */
export function fileAtPath(files: FileStore, path: string): StoredFile | undefined {
  const id = /^(?:photos|documents)\/([^./]+)/.exec(path)?.[1];
  return id === undefined ? undefined : files.get(id);
}
