import { randomBytes } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from './env.js';

/** Numbers the request. Never the client's own header: it would let a stranger write into the log. */
export const requestId = createMiddleware<WebEnv>(async (c, next) => {
  c.set('requestId', randomBytes(5).toString('hex'));
  await next();
});
