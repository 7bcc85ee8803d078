import { createMiddleware } from 'hono/factory';

const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/**
 * Lets only requests through that were made for this machine by name. A foreign site that points its own name
 * at 127.0.0.1 (DNS rebinding) sends its own name in Host and is refused.
 */
export const localOnly = createMiddleware(async (c, next) => {
  const { host } = new URL(c.req.url);
  const isLocal = LOCAL_HOST.test(host) && LOCAL_HOST.test(c.req.header('host') ?? host);
  return isLocal ? next() : c.text('The sandbox answers on localhost only.', 403);
});
