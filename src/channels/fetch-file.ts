import { type FetchedFile, FetchFileError } from '../services/intake/ports.js';

/** Largest file of a resident we take: what Telegram lets a bot download. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

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
    const contentType = response.headers.get('content-type');
    return {
      bytes: await readBounded(response.body),
      contentType: contentType === UNTYPED ? undefined : (contentType ?? undefined),
    };
  } catch (error) {
    throw error instanceof FetchFileError ? error : new FetchFileError('failed');
  }
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
