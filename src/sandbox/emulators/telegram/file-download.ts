import type { ServerResponse } from 'node:http';
import type { StoredFile } from '../file-store.js';
import { refusal, writeAnswer } from './answer.js';
import { notFound } from './api-error.js';

/** @see https://core.telegram.org/bots/api#getfile "bots can download files of up to 20MB" */
export const DOWNLOAD_MAX_BYTES = 20 << 20;

/** The bytes behind a `file_path`, or 404. */
export function writeFileDownload(response: ServerResponse, file: StoredFile | undefined): void {
  if (file === undefined || file.bytes.length > DOWNLOAD_MAX_BYTES) {
    writeAnswer(response, refusal(notFound()));
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.bytes.length,
  });
  response.end(file.bytes);
}
