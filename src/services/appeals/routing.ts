import type { AppealCategory } from '../../domain/appeal.js';
import { departmentByWords, type RoutingRule } from '../../domain/routing.js';
import type { AppealStore } from './store.js';

/** The department that a new appeal goes to: by its words where these agree on one that is there, else by its category. */
export async function departmentOf(
  { category, text }: { readonly category: AppealCategory; readonly text: string },
  store: Pick<AppealStore, 'departments' | 'departmentFor'>,
  rules: readonly RoutingRule[],
): Promise<string> {
  const byWords = departmentByWords(text, category, rules);
  const departments = byWords === undefined ? [] : await store.departments();
  const isThere = departments.some(({ id, isArchived }) => id === byWords && !isArchived);
  return byWords !== undefined && isThere ? byWords : store.departmentFor(category);
}
