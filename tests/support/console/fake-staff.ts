import type { ConsoleParts } from '../../../src/console/parts.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { ROLES, type Role, SERVICE } from '../../../src/domain/role.js';
import type { OpenedLink } from '../../../src/services/staff/access.js';
import type { StaffView } from '../../../src/services/staff/accounts.js';
import type { ApiTokenView } from '../../../src/services/staff/api-tokens.js';
import type { OwnSession, Session, Sessions } from '../../../src/services/staff/sessions.js';
import { NOW, STAFF_NAMES } from './builders.js';
import { fakeSecondFactor } from './fake-second-factor.js';

export const PASSWORD = 'чотири випадкові слова разом';

/** The page's own one and another. */
const OPEN_SESSIONS: readonly OwnSession[] = [
  { id: 'administrator', from: 'Firefox, Windows · 10.20.*.*', createdAt: NOW, seenAt: NOW },
  { id: 'at-home', from: 'Chrome, Android · 203.0.*.*', createdAt: NOW, seenAt: NOW },
];

/** One account per role; its id is the role. */
export function fakeStaff(): ConsoleParts['staff'] {
  const accounts: StaffView[] = ROLES.map((role) => ({
    id: role,
    email: `${role}@nizhyn.example`,
    name: STAFF_NAMES.get(role) ?? role,
    position: '',
    roles: [role],
    departmentIds: [],
    active: true,
    createdAt: NOW,
  }));
  const secondFactor = fakeSecondFactor();
  const links = new Map<string, OpenedLink>([
    ['first', { kind: 'first' }],
    ['new', { kind: 'password', email: 'moderator@nizhyn.example', name: 'Олена Коваль' }],
  ]);
  const tokens: ApiTokenView[] = [];
  return {
    apiTokens: {
      authenticate: async () => undefined,
      create: async ({ name, roles, departments: departmentIds = [] }) => {
        const view = {
          id: `t${tokens.length + 1}`,
          name,
          roles,
          departmentIds,
          createdAt: NOW,
          lastUsedAt: undefined,
        };
        tokens.push(view);
        return { ...view, token: 'secret-of-the-token' };
      },
      list: async () => ({ items: tokens, nextCursor: null }),
      remove: async (id) => {
        const index = tokens.findIndex((token) => token.id === id);
        if (index === -1) throw new Refusal('notFound', 'token.unknown', 'Такого токена немає.');
        tokens.splice(index, 1);
      },
    },
    secondFactor,
    sessions: { listOf: async () => OPEN_SESSIONS, endOne: async () => {} },
    ownAccount: {
      hasPassword: async () => true,
      switchShortcuts: async ({ staffId }, areOn) => {
        const index = accounts.findIndex((account) => account.id === staffId);
        const account = accounts[index];
        if (account) accounts[index] = { ...account, shortcutsOff: !areOn };
      },
      changePassword: async () => {},
      enableSecondFactor: (owner, { offer, code }) => secondFactor.enable(owner.staffId, offer, code),
      renewRecoveryCodes: (owner) => secondFactor.renewRecoveryCodes(owner.staffId),
      disableSecondFactor: (owner) => secondFactor.remove(owner.staffId, SERVICE),
      signOutEverywhere: async () => {},
    },
    signIn: async ({ email, password }) => {
      const account = accounts.find((known) => known.email === email.toLowerCase());
      if (account && password === PASSWORD) return account.id;
      throw new Refusal('invalid', 'login.wrong', 'Пошта або пароль неправильні.');
    },
    accounts: {
      add: async ({ email, name, position = '', roles, departments: departmentIds = [] }) => {
        if (accounts.some((known) => known.email === email)) {
          throw new Refusal('conflict', 'staff.email-taken', 'Обліковий запис із цією поштою вже є.');
        }
        const id = `staff-${accounts.length}`;
        accounts.push({ id, email, name, position, roles, departmentIds, active: true, createdAt: NOW });
        return { id, link: `http://localhost/link/${id}` };
      },
      renewLink: async (id) => `http://localhost/link/again-${id}`,
      change: async (id, { departments, ...fields }) => {
        const index = accounts.findIndex((account) => account.id === id);
        const account = accounts[index];
        if (!account) throw new Refusal('notFound', 'staff.unknown', 'Такого облікового запису немає.');
        const { name = account.name, position = account.position, roles = account.roles } = fields;
        const departmentIds = departments ?? account.departmentIds;
        const changed = { ...account, name, position, roles, departmentIds };
        accounts[index] = changed;
        return changed;
      },
      resetSecondFactor: (id) => secondFactor.remove(id, SERVICE),
      remove: async (id) => {
        const index = accounts.findIndex((account) => account.id === id);
        const account = accounts[index];
        if (!account) throw new Refusal('notFound', 'staff.unknown', 'Такого облікового запису немає.');
        accounts[index] = { ...account, active: false };
      },
      list: async () => ({ items: accounts, nextCursor: null }),
      get: async (id) => accounts.find((account) => account.id === id),
    },
    access: {
      firstLink: async () => undefined,
      restoreLink: async () => '',
      open: async (token) => links.get(token),
      use: async (token, { password }) => {
        const link = links.get(token);
        if (!link) throw new Refusal('notFound', 'link.void', 'Посилання вже використано.');
        if (password.length < 12) throw new Refusal('invalid', 'password.short', 'Пароль закороткий.');
        links.delete(token);
        return link.kind === 'first' ? 'administrator' : 'moderator';
      },
    },
  };
}

/** Sessions whose cookie secret is the id of the account. */
export function fakeSessions(): Sessions {
  const ended = new Set<string>();
  return {
    start: async (staffId) => {
      ended.delete(staffId);
      return staffId;
    },
    find: async (secret) => (ended.has(secret) ? undefined : sessionOf(secret)),
    end: async (secret) => void ended.add(secret),
    endAllOf: async (staffId) => void ended.add(staffId),
    endOne: async (_, id) => void ended.add(id),
    listOf: async () => [],
  };
}

/** The session a role's cookie stands for. */
export function sessionOf(role: string): Session | undefined {
  const roles = ROLES.filter((known) => known === role);
  if (roles.length === 0) return undefined;
  const name = STAFF_NAMES.get(role) ?? role;
  return { id: role, actor: { kind: 'staff', id: role, name, roles }, csrfToken: `csrf-of-${role}` };
}

export function cookieOf(role: Role): string {
  return `visnyk=${role}`;
}
