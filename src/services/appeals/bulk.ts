import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Appeals, Resolution } from './appeals.js';

/** Appeals worked with at once: two pages of the queue. */
export const BULK_MAX = 100;

/** One piece of work for many appeals. */
export type BulkWork =
  | { readonly kind: 'take' }
  | { readonly kind: 'assign'; readonly assigneeId: string }
  | { readonly kind: 'forward'; readonly departmentId: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'close'; readonly resolution: Resolution };

/** What became of each appeal. */
export interface BulkResult {
  readonly done: readonly string[];
  readonly failed: readonly { readonly number: string; readonly reason: string }[];
}

/**
 * Does the same work with each of these appeals, as if with one after the other: each has its own rules and its own
 * line of the audit, and one that refuses keeps none of the others back.
 *
 * @throws {Refusal} invalid when none is chosen, or too many
 */
export async function workThrough(
  appeals: Pick<Appeals, BulkWork['kind']>,
  numbers: readonly string[],
  work: BulkWork,
  actor: Actor,
): Promise<BulkResult> {
  const chosen = [...new Set(numbers)];
  if (chosen.length === 0)
    throw new Refusal('invalid', 'appeals.none-chosen', 'Позначте звернення, з якими це зробити.');
  if (chosen.length > BULK_MAX)
    throw new Refusal('invalid', 'appeals.too-many', `За раз можна позначити до ${BULK_MAX} звернень.`);
  const done: string[] = [];
  const failed: { number: string; reason: string }[] = [];
  for (const number of chosen) {
    try {
      await doOne(appeals, number, work, actor);
      done.push(number);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed.push({ number, reason: error.message });
    }
  }
  return { done, failed };
}

function doOne(
  appeals: Pick<Appeals, BulkWork['kind']>,
  number: string,
  work: BulkWork,
  actor: Actor,
): Promise<unknown> {
  switch (work.kind) {
    case 'take':
      return appeals.take(number, actor);
    case 'assign':
      return appeals.assign(number, work.assigneeId, actor);
    case 'forward':
      return appeals.forward(number, work.departmentId, actor);
    case 'note':
      return appeals.note(number, work.text, actor);
    case 'close':
      return appeals.close(number, work.resolution, actor);
  }
}
