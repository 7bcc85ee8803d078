import type { ServerResponse } from 'node:http';
import type { StoredFile } from '../file-store.js';

/** The bytes of a chat's file with its type, or 404. */
export function writeMedia(response: ServerResponse, file: StoredFile | undefined): void {
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.length });
  response.end(file.bytes);
}
