import type { AuditStore } from '../../../../src/services/audit/audit.js';
import type { AuditEntry } from '../../../../src/services/audit/chain.js';
import type { StaffStores } from '../../../../src/services/staff/staff.js';
import type {
  StaffAccount,
  StoredApiToken,
  StoredLink,
  StoredSession,
} from '../../../../src/services/staff/store.js';

/** Stores of the staff services in memory, with their ids as the database would give them. */
export function memoryStaffStores(): StaffStores {
  const accounts = new Map<string, StaffAccount>();
  const sessions = new Map<string, StoredSession>();
  const links = new Map<string, StoredLink>();
  const tokens = new Map<string, StoredApiToken>();
  const byEmail = (email: string) => [...accounts.values()].find((account) => account.email === email);
  return {
    accounts: {
      count: async () => accounts.size,
      get: async (id) => accounts.get(id),
      findByEmail: async (email) => byEmail(email),
      insert: async (fields) => {
        if (byEmail(fields.email)) return undefined;
        const account = { ...fields, id: nextId(accounts) };
        accounts.set(account.id, account);
        return account;
      },
      change: async (id, changes) => {
        const account = accounts.get(id);
        if (account) accounts.set(id, { ...account, ...changes });
      },
      list: async ({ limit }) => ({ items: [...accounts.values()].slice(0, limit), nextCursor: null }),
      countAdministrators: async () =>
        [...accounts.values()].filter(
          ({ active, roles, passwordHash }) => active && roles.includes('administrator') && passwordHash,
        ).length,
    },
    sessions: {
      insert: async (session) => void sessions.set(session.id, session),
      get: async (id) => sessions.get(id),
      touch: async (id, seenAt) => {
        const session = sessions.get(id);
        if (session) sessions.set(id, { ...session, seenAt });
      },
      remove: async (id) => void sessions.delete(id),
      removeOf: async (staffId) => {
        for (const session of [...sessions.values()])
          if (session.staffId === staffId) sessions.delete(session.id);
      },
    },
    links: {
      replace: async (link) => {
        for (const { id, purpose } of [...links.values()]) {
          if (JSON.stringify(purpose) === JSON.stringify(link.purpose)) links.delete(id);
        }
        links.set(link.id, link);
      },
      get: async (id) => links.get(id),
      take: async (id) => links.delete(id),
    },
    apiTokens: {
      insert: async (fields) => {
        const token = { ...fields, id: nextId(tokens) };
        tokens.set(token.id, token);
        return token;
      },
      findByHash: async (hash) => [...tokens.values()].find(({ tokenHash }) => tokenHash === hash),
      list: async ({ limit }) => ({ items: [...tokens.values()].slice(0, limit), nextCursor: null }),
      remove: async (id) => tokens.delete(id),
    },
  };
}

/** The audit in memory; `entries` is what was written. */
export function memoryAuditStore(): AuditStore & { readonly entries: AuditEntry[] } {
  const entries: AuditEntry[] = [];
  return {
    entries,
    last: async () => entries.at(-1),
    append: async (entry) => {
      if (entries.some(({ seq }) => seq === entry.seq)) return false;
      entries.push(entry);
      return true;
    },
  };
}

function nextId(records: ReadonlyMap<string, unknown>): string {
  return (records.size + 1).toString(16).padStart(24, '0');
}
