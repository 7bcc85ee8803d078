import { createHmac } from 'node:crypto';
import type { WebhookRoutes } from '../http/webhook-routes.js';

/** A webhook slower than this has not answered. */
const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Makes the function that POSTs one signed callback. The signature, lower-case hex HMAC-SHA256 of the
 * body with the bot's token, goes in the header and, as the real server also does, in `?sig=`.
 *
 * @see https://creators.viber.com/docs/bots-api/getting-started/authentication
 * @returns the body of a 200 answer; undefined for anything else: refused, reset, too slow, unresolvable
 */
export function createCallbackPost(token: string, routes: WebhookRoutes, closing: AbortSignal) {
  return async (url: string, body: string): Promise<string | undefined> => {
    const target = routes.resolve(url);
    if (target === undefined) return undefined;
    const signature = createHmac('sha256', token).update(body).digest('hex');
    const address = new URL(target);
    address.searchParams.set('sig', signature);
    try {
      const response = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json', 'x-viber-content-signature': signature },
        body,
        signal: AbortSignal.any([closing, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      });
      const answer = await response.text();
      return response.status === 200 ? answer : undefined;
    } catch {
      return undefined;
    }
  };
}
