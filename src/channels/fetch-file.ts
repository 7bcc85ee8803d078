import { guardedFetch } from '../lib/guarded-fetch.js';
import { GuardedFetchError, type GuardedFetchErrorKind } from '../lib/guarded-fetch-error.js';
import { type FetchedFile, FetchFileError } from '../services/intake/ports.js';

/** Largest file of a resident we take: what Telegram lets a bot download. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Of a file whose address stands in a message. */
const PUBLIC_LIMITS = { maxBytes: MAX_FILE_BYTES, timeoutMs: 30_000, maxRedirects: 3 } as const;

/** Telegram calls every file so. */
const UNTYPED = 'application/octet-stream';

/**
 * Downloads a resident's file, giving up as soon as it proves larger than {@link MAX_FILE_BYTES}.
 * The address stays out of the errors: Telegram's holds the bot's token.
 *
 * @throws {FetchFileError}
 */
export async function fetchFileBytes(url: string, signal: AbortSignal): Promise<FetchedFile> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new FetchFileError(response.status === 404 || response.status === 410 ? 'gone' : 'failed');
    }
    const contentType = response.headers.get('content-type') ?? undefined;
    return { bytes: await readBounded(response.body), contentType: known(contentType) };
  } catch (error) {
    throw error instanceof FetchFileError ? error : new FetchFileError('failed');
  }
}

/**
 * The same from an address that stands in a message: never from our own network, wherever it points or redirects to.
 *
 * @throws {FetchFileError}
 */
export async function fetchPublicFileBytes(url: string, signal: AbortSignal): Promise<FetchedFile> {
  try {
    const { bytes, contentType } = await guardedFetch(url, { ...PUBLIC_LIMITS, signal });
    return { bytes, contentType: known(contentType) };
  } catch (error) {
    throw new FetchFileError(error instanceof GuardedFetchError ? REASONS[error.kind] : 'failed');
  }
}

const REASONS: Readonly<Record<GuardedFetchErrorKind, FetchFileError['reason']>> = {
  url: 'gone',
  scheme: 'gone',
  forbiddenAddress: 'gone',
  redirects: 'gone',
  tooLarge: 'tooLarge',
  timeout: 'failed',
  status: 'failed',
  network: 'failed',
};

function known(contentType: string | undefined): string | undefined {
  return contentType === UNTYPED ? undefined : contentType;
}

async function readBounded(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_FILE_BYTES) throw new FetchFileError('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
