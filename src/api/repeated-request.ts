import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { sealText, unsealText } from '../lib/sealed-text.js';
import type { Idempotency } from '../services/idempotency/idempotency.js';
import { bearerToken } from '../web/bearer.js';
import type { WebEnv } from '../web/env.js';

/**
 * Gives a POST that is repeated with the same `Idempotency-Key` the first one's answer. Answers hold secrets (a new
 * token, a one-time link) and citizens' texts, so what is kept can be read only with the token that asked.
 */
export function answerOnce(idempotency: Idempotency) {
  return createMiddleware<WebEnv>(async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (c.req.method !== 'POST' || key === undefined) return next();
    if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
      throw new HTTPException(400, { message: 'Idempotency-Key must be 1 to 255 ASCII characters.' });
    }
    let isRepeated = true;
    const token = bearerToken(c.req.header('authorization')) ?? '';
    const request = { owner: token, key, fingerprint: await fingerprintOf(c) };
    const answer = await idempotency.once(request, async () => {
      isRepeated = false;
      await next();
      return keptAnswer(c.res, token);
    });
    if (!isRepeated) return undefined;
    return new Response(unsealText(answer.body, token) || null, {
      status: answer.status,
      headers: answer.contentType ? { 'Content-Type': answer.contentType } : {},
    });
  });
}

/** An id for what this request makes, the same each time it is repeated; undefined without an Idempotency-Key. */
export function requestIdOf(c: Context<WebEnv>): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return undefined;
  return createHash('sha256')
    .update(`${c.get('actor').id}\n${key}`)
    .digest('hex')
    .slice(0, 32);
}

async function keptAnswer(response: Response, token: string) {
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? undefined,
    body: sealText(await response.clone().text(), token),
  };
}

async function fingerprintOf(c: Context): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const body = c.req.raw.body ? await c.req.arrayBuffer() : new ArrayBuffer(0);
  return createHash('sha256')
    .update(`${c.req.method} ${pathname}${search}\n`)
    .update(new Uint8Array(body))
    .digest('hex');
}
