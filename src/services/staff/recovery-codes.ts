import { createHmac, randomBytes } from 'node:crypto';

/** Codes given at once. */
export const RECOVERY_CODES = 10;
/** Letters and digits of a code, 5 bits each: with the throttle beyond guessing. */
const LENGTH = 10;
/** Crockford's base 32: without letters that look like digits. @see https://www.crockford.com/base32.html */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** New codes for the days without the phone, each works once. @returns such as `7k3m9-q2x4z` */
export function createRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });
}

/**
 * What is stored of a code.
 *
 * @param typed as a person types it: capitals, spaces and look-alikes (`o`, `l`) make no difference
 * @param key the service's own: without it a stolen database is no list to guess from
 */
export function hashRecoveryCode(typed: string, staffId: string, key: string): string {
  const code = typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return createHmac('sha256', key).update(`recovery:${staffId}:${code}`).digest('hex');
}
