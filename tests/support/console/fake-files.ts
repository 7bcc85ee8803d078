import type { ConsoleParts } from '../../../src/console/parts.js';

/** A file store in which every file holds the same bytes, and what is put gets an id by its length. */
export function fakeFiles(bytes: Uint8Array = new Uint8Array()): ConsoleParts['files'] {
  const record = (id: string, contentType: string, sizeBytes: number) => ({
    id,
    contentType,
    sizeBytes,
    publicName: undefined,
  });
  return {
    get: async (id) => record(id, 'image/jpeg', bytes.byteLength),
    read: async () => bytes,
    findPublic: async (name) => ({
      ...record(`file-of-${name}`, 'image/jpeg', bytes.byteLength),
      publicName: name,
    }),
    put: async (given, contentType) => record(`file-of-${given.byteLength}`, contentType, given.byteLength),
  };
}
