import { createHash } from 'node:crypto';
import type { RawUpdate } from '../../services/intake/ports.js';
import { callbackPerson, type ViberCallback } from './callback.js';

const RECEIPTS: readonly string[] = ['delivered', 'seen', 'failed'];

/**
 * What is stored of a callback. Viber repeats one with the same event, token and person; what has no token is known
 * by its bytes.
 *
 * @param body the bytes as text
 */
export function rawViberUpdate(callback: ViberCallback, bytes: Uint8Array, body: string): RawUpdate {
  const person = callbackPerson(callback);
  const { event, message_token: token } = callback;
  const key = token ? `${event}:${token}:${person}` : createHash('sha256').update(bytes).digest('hex');
  return { channel: 'viber', key, person, body, isReceipt: RECEIPTS.includes(event) };
}
