import { createHash } from 'node:crypto';
import type { Actor } from '../domain/role.js';

/** Submissions remembered by one process; the oldest are forgotten first. */
const REMEMBERED = 1_000;

/** Makes a form that was sent twice (a double click, a reload) act once. */
export interface Submissions {
  /** Does `work`, or answers what the same submission has already brought. A refused one may be sent again. */
  once<T>(id: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Remembers recent submissions in memory. What must hold across processes and restarts (an answer to a citizen)
 * takes the id into the service as well.
 */
export function createSubmissions(limit: number = REMEMBERED): Submissions {
  const recent = new Map<string, Promise<unknown>>();
  return {
    once<T>(id: string, work: () => Promise<T>) {
      const known = recent.get(id);
      // An id stands for one form with one content, so the kept result is of this form's type.
      if (known !== undefined) return known as Promise<T>;
      const result = work();
      recent.set(id, result);
      result.catch(() => recent.delete(id));
      const [oldest] = recent.keys();
      if (recent.size > limit && oldest !== undefined) recent.delete(oldest);
      return result;
    },
  };
}

/**
 * Tells submissions apart: the same person, page, `requestId` and content is the same one. The content counts
 * because somebody may go back to an old page, write something else and send it from there.
 */
export function submissionId(path: string, actor: Actor, form: FormData): string {
  const fields = [...form].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [value.name, value.size],
  ]);
  return createHash('sha256')
    .update(JSON.stringify([path, actor.id, fields]))
    .digest('base64url');
}
