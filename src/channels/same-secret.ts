import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in time that tells nothing about where the two differ, nor about the secret's length. */
export function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
