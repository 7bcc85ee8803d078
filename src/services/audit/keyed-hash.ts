import { createHmac } from 'node:crypto';

/**
 * A person's field as the audit may keep it: two entries can be seen to speak of the same value, nobody can read it,
 * and erasing the person never breaks the chain.
 *
 * @param key the service's own secret: without it values cannot be tried out
 * @returns 64 hexadecimal digits
 */
export function keyedHash(value: string, key: string): string {
  return createHmac('sha256', key).update(value).digest('hex');
}
