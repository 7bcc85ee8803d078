import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE = /^[0-9a-f]{64}$/i;

/** Whether a text could be a signature at all: told before a body is read. */
export function looksLikeSignature(given: string): boolean {
  return SIGNATURE.test(given);
}

/**
 * Whether Viber signed exactly these bytes: HMAC-SHA256 keyed by the bot's token, compared in constant time.
 * @see https://developers.viber.com/docs/api/rest-bot-api/#callbacks
 */
export function isSigned(body: Uint8Array, signature: string, token: string): boolean {
  const expected = createHmac('sha256', token).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
