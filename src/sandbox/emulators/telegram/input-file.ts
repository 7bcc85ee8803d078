import type { StoredFile } from '../file-store.js';
import { isLoopbackUrl } from '../http/loopback-url.js';
import { badRequest } from './api-error.js';
import { type CallParameters, textParameter, type UploadedFile } from './parameters.js';
import type { ServerState } from './server-state.js';

/** What the file is sent as: pictures have their own limits. */
export type FileRole = 'photo' | 'document' | 'video' | 'animation' | 'audio' | 'voice' | 'sticker';

/** @see https://core.telegram.org/bots/api#sending-files 10 MB for photos, 50 MB for others; 5 and 20 MB by URL */
const UPLOAD_MAX_BYTES = { photo: 10 << 20, other: 50 << 20 } as const;
const URL_MAX_BYTES = { photo: 5 << 20, other: 20 << 20 } as const;
/** @see https://core.telegram.org/bots/api#sendphoto */
const PHOTO_SIDES_SUM_MAX = 10_000;
const PHOTO_RATIO_MAX = 20;
const URL_TIMEOUT_MS = 10_000;

/**
 * The file a call sends: uploaded, named by file_id, or behind a URL. A URL is fetched only from this
 * machine; any other address fails as an unreachable one does.
 *
 * @see https://core.telegram.org/bots/api#sending-files
 * @throws {ApiError} 400 in the server's words
 */
export async function inputFile(
  state: ServerState,
  parameters: CallParameters,
  field: string,
  role: FileRole,
): Promise<StoredFile> {
  const value = textParameter(parameters, field) ?? '';
  const upload = parameters.files.get(value.startsWith('attach://') ? value.slice(9) : field);
  if (upload !== undefined) return keep(state, role, upload, UPLOAD_MAX_BYTES);
  if (value === '') throw badRequest(`there is no ${role} in the request`);
  if (/^https?:\/\//i.test(value)) return keep(state, role, await download(value), URL_MAX_BYTES);
  const known = state.files.get(value);
  if (known === undefined) throw badRequest('wrong remote file identifier specified: Wrong string length');
  if (role === 'photo' && known.size === undefined)
    throw badRequest("can't use file of type Document as Photo");
  return known;
}

function keep(
  state: ServerState,
  role: FileRole,
  upload: UploadedFile,
  limits: typeof UPLOAD_MAX_BYTES | typeof URL_MAX_BYTES,
): StoredFile {
  const { bytes, contentType, fileName } = upload;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  const max = role === 'photo' ? limits.photo : limits.other;
  if (bytes.length > max) {
    const kind = role === 'photo' ? 'too big for a photo' : 'too big';
    throw badRequest(`file of size ${bytes.length} bytes is ${kind}; the maximum size is ${max} bytes`);
  }
  const file = state.files.put(bytes, contentType || 'application/octet-stream', fileName);
  if (role === 'photo') requirePhoto(file);
  return file;
}

function requirePhoto({ size }: StoredFile): void {
  if (size === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width + height > PHOTO_SIDES_SUM_MAX || ratio > PHOTO_RATIO_MAX) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
}

async function download(url: string): Promise<UploadedFile> {
  if (!isLoopbackUrl(url)) throw badRequest('failed to get HTTP URL content');
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(URL_TIMEOUT_MS) });
    if (!response.ok) throw badRequest('failed to get HTTP URL content');
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      contentType: response.headers.get('content-type') ?? 'application/octet-stream',
      fileName: new URL(url).pathname.split('/').at(-1) ?? '',
    };
  } catch {
    throw badRequest('failed to get HTTP URL content');
  }
}
