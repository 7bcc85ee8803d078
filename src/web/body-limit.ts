import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { WebEnv } from './env.js';

/** A form or a webhook. */
export const DEFAULT_BODY_BYTES = 256 * 1024;

/** A client that cannot hand over its body in this time is broken or hostile. */
const BODY_DEADLINE_MS = 30_000;

/**
 * Reads the body before the handler does, so that it is never larger than `maxBytes` and never slower than the
 * deadline. Mount it behind the check of rights: a stranger's body is not worth reading. Of two that are mounted
 * for one request the first counts.
 *
 * @throws {HTTPException} 413, 408, or 400 for a client that went away in the middle
 */
export function bodyLimit(maxBytes: number, deadlineMs: number = BODY_DEADLINE_MS) {
  return createMiddleware<WebEnv>(async (c, next) => {
    const { body } = c.req.raw;
    if (!body || c.get('bodyIsRead')) return next();
    if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw tooLarge();
    const bytes = await readWithin(body, maxBytes, deadlineMs);
    c.req.raw = new Request(c.req.raw, { body: bytes });
    c.set('bodyIsRead', true);
    await next();
  });
}

async function readWithin(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  deadlineMs: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const deadline = rejectAfter(deadlineMs);
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await Promise.race([reader.read().catch(refuseBroken), deadline.promise]);
      if (done) return concat(chunks, size);
      size += value.byteLength;
      if (size > maxBytes) throw tooLarge();
      chunks.push(value);
    }
  } finally {
    deadline.cancel();
    reader.releaseLock();
  }
}

function rejectAfter(ms: number): { readonly promise: Promise<never>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function refuseBroken(cause: unknown): never {
  throw brokenOff(cause);
}

/** Nobody is left to read the answer; it keeps a client's bad line from being logged as a bug of ours. */
export function brokenOff(cause: unknown): HTTPException {
  return new HTTPException(400, { message: 'Запит обірвався.', cause });
}

function tooLarge(): HTTPException {
  return new HTTPException(413, { message: 'Запит завеликий.' });
}

function tooSlow(): HTTPException {
  return new HTTPException(408, { message: 'Запит надходив занадто довго.' });
}
