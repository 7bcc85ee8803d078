import type { Staff } from '../services/staff/staff.js';

/** API tokens act too; a council has few. */
const TOKENS_MAX = 200;

/**
 * Names of those who appear in an appeal's history, by actor id: staff accounts and API tokens. Whoever is in
 * neither (the citizen, the system) is left out.
 */
export function createStaffNames({ accounts, apiTokens }: Pick<Staff, 'accounts' | 'apiTokens'>) {
  return async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const names = new Map<string, string>();
    for (const id of ids) {
      const account = await accounts.get(id);
      if (account) names.set(id, account.name);
    }
    if (ids.every((id) => names.has(id))) return names;
    for (const { id, name } of (await apiTokens.list({ limit: TOKENS_MAX })).items)
      if (ids.includes(id)) names.set(id, name);
    return names;
  };
}
