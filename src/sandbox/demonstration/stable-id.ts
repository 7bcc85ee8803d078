import { createHash } from 'node:crypto';

/**
 * The same id for the same moment and name: what is written twice stays one row. It begins with the moment, as
 * MongoDB's own do, so that lists in the order of ids are lists in the order of time.
 *
 * @returns 24 hex digits
 */
export function stableId(at: Date, name: string): string {
  const seconds = Math.floor(at.getTime() / 1000)
    .toString(16)
    .padStart(8, '0');
  return seconds + createHash('sha256').update(name).digest('hex').slice(0, 16);
}
