import type { AuditStore } from '../../../../src/services/audit/audit.js';
import type { AuditEntry } from '../../../../src/services/audit/chain.js';
import type { AuditBook } from '../../../../src/services/audit/reading.js';
import type { StaffStores } from '../../../../src/services/staff/staff.js';
import type {
  LinkPurpose,
  SecondFactorStore,
  StaffAccount,
  StoredApiToken,
  StoredLink,
  StoredPendingSignIn,
  StoredSecondFactor,
  StoredSession,
} from '../../../../src/services/staff/store.js';

/** Stores of the staff services in memory, with their ids as the database would give them. */
export function memoryStaffStores(): StaffStores {
  const accounts = new Map<string, StaffAccount>();
  const sessions = new Map<string, StoredSession>();
  const links = new Map<string, StoredLink>();
  const pending = new Map<string, StoredPendingSignIn>();
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
      awaySince: async (day) =>
        [...accounts.values()].filter(({ active, absence }) => active && absence && absence.to >= day),
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
      removeOf: async (staffId, keptId) => {
        for (const session of [...sessions.values()])
          if (session.staffId === staffId && session.id !== keptId) sessions.delete(session.id);
      },
      listOf: async (staffId) => [...sessions.values()].filter((session) => session.staffId === staffId),
    },
    pendingSignIns: {
      insert: async (row) => void pending.set(row.id, row),
      get: async (id) => pending.get(id),
      take: async (id) => pending.delete(id),
      removeOf: async (staffId) => {
        for (const row of [...pending.values()]) if (row.staffId === staffId) pending.delete(row.id);
      },
    },
    secondFactors: memorySecondFactors(),
    links: {
      replace: async (link) => {
        for (const { id, purpose } of [...links.values()]) {
          if (ownerOf(purpose) === ownerOf(link.purpose)) links.delete(id);
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
      touch: async (id, lastUsedAt) => {
        const token = tokens.get(id);
        if (token) tokens.set(id, { ...token, lastUsedAt });
      },
      remove: async (id) => tokens.delete(id),
    },
  };
}

function memorySecondFactors(): SecondFactorStore {
  const factors = new Map<string, StoredSecondFactor>();
  const change = (staffId: string, changes: Partial<StoredSecondFactor>) => {
    const factor = factors.get(staffId);
    if (factor) factors.set(staffId, { ...factor, ...changes });
  };
  return {
    get: async (staffId) => factors.get(staffId),
    among: async (ids) => new Set(ids.filter((id) => factors.has(id))),
    insert: async (factor) => {
      if (factors.has(factor.staffId)) return false;
      factors.set(factor.staffId, factor);
      return true;
    },
    useStep: async (staffId, step) => {
      const factor = factors.get(staffId);
      if (!factor || factor.lastStep >= step) return false;
      change(staffId, { lastStep: step });
      return true;
    },
    useRecoveryHash: async (staffId, hash) => {
      const hashes = factors.get(staffId)?.recoveryHashes ?? [];
      change(staffId, { recoveryHashes: hashes.filter((known) => known !== hash) });
      return hashes.includes(hash);
    },
    replaceRecoveryHashes: async (staffId, recoveryHashes) => change(staffId, { recoveryHashes }),
    remove: async (staffId) => factors.delete(staffId),
  };
}

function ownerOf(purpose: LinkPurpose): string {
  return purpose.kind === 'first' ? '' : purpose.staffId;
}

/** The audit in memory; `entries` is what was written. */
export function memoryAuditStore(): AuditStore & AuditBook & { readonly entries: AuditEntry[] } {
  const entries: AuditEntry[] = [];
  return {
    entries,
    last: async () => entries.at(-1),
    append: async (entry) => {
      if (entries.some(({ seq }) => seq === entry.seq)) return false;
      entries.push(entry);
      return true;
    },
    page: async ({ actorId, action, subject, from, until }, before = Number.MAX_SAFE_INTEGER, limit) =>
      entries
        .filter(
          (entry) =>
            entry.seq < before &&
            (actorId === undefined || entry.actorId === actorId) &&
            (action === undefined || entry.action === action) &&
            (subject === undefined || entry.subject === subject) &&
            (from === undefined || entry.at >= from) &&
            (until === undefined || entry.at < until),
        )
        .reverse()
        .slice(0, limit),
    following: async (seq, limit) => entries.filter((entry) => entry.seq > seq).slice(0, limit),
  };
}

function nextId(records: ReadonlyMap<string, unknown>): string {
  return (records.size + 1).toString(16).padStart(24, '0');
}
