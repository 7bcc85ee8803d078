import { createHash, randomBytes } from 'node:crypto';

/** Bytes of a session, a one-time link and an API token: beyond guessing. */
const SECRET_BYTES = 32;

/** A new secret for a person or an integration, URL-safe. Shown once; we keep only `hashSecret` of it. */
export function createSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is stored of a secret. No salt: 256 random bits cannot be looked up in a table. @returns SHA-256, hex */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
