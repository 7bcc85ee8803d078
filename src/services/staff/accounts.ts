import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { Audit } from '../audit/audit.js';
import type { StaffInput } from './input.js';
import type { Links } from './links.js';
import type { SecondFactor } from './second-factor.js';
import type { Sessions } from './sessions.js';
import type { StaffAccount, StaffStore } from './store.js';

/** An account as colleagues see it. */
export type StaffView = Omit<StaffAccount, 'passwordHash'>;

/** The council's staff: who may sign in, and as what. */
export interface Accounts {
  /**
   * Adds somebody (or brings a removed colleague back) with a one-time link to choose a password.
   * @throws {Refusal} conflict when the e-mail has an account
   */
  add(input: StaffInput, actor: Actor): Promise<{ readonly id: string; readonly link: string }>;
  /**
   * A new one-time link for a colleague who forgot the password or missed the first link. The old password works
   * until the link is used.
   * @throws {Refusal} notFound
   */
  renewLink(id: string, actor: Actor): Promise<string>;
  /**
   * Signs the person out everywhere, for good. The name stays in the history of appeals.
   * @throws {Refusal} notFound; conflict for the last administrator
   */
  remove(id: string, actor: Actor): Promise<void>;
  list(request: PageRequest): Promise<Page<StaffView>>;
  get(id: string): Promise<StaffView | undefined>;
}

/** @param now the city's calendar */
export function createAccounts(deps: {
  readonly accounts: StaffStore;
  readonly sessions: Pick<Sessions, 'endAllOf'>;
  readonly secondFactor: Pick<SecondFactor, 'remove'>;
  readonly links: Pick<Links, 'create'>;
  readonly audit: Audit;
  readonly now: () => Date;
}): Accounts {
  const { accounts, sessions, secondFactor, links, audit, now } = deps;

  async function insertOrRevive({ email, name, position = '', roles }: StaffInput): Promise<string> {
    const inserted = await accounts.insert({
      email,
      name,
      position,
      roles,
      active: true,
      passwordHash: undefined,
      createdAt: now(),
    });
    if (inserted) return inserted.id;
    const known = await accounts.findByEmail(email);
    if (!known || known.active) {
      throw new Refusal('conflict', 'staff.email-taken', 'Обліковий запис із цією поштою вже є.');
    }
    await accounts.change(known.id, { name, position, roles, active: true, passwordHash: undefined });
    return known.id;
  }

  async function activeAccount(id: string): Promise<StaffAccount> {
    const account = await accounts.get(id);
    if (account?.active) return account;
    throw new Refusal('notFound', 'staff.unknown', 'Такого облікового запису немає.');
  }

  return {
    async add(input, actor) {
      const id = await insertOrRevive(input);
      await audit.record({ actor, action: 'staff.add', subject: id, after: { roles: input.roles } });
      return { id, link: await links.create({ kind: 'password', staffId: id }) };
    },

    async renewLink(id, actor) {
      await activeAccount(id);
      await audit.record({ actor, action: 'staff.renew-link', subject: id });
      return links.create({ kind: 'password', staffId: id });
    },

    async remove(id, actor) {
      const account = await activeAccount(id);
      if (isAdministrator(account) && (await accounts.countAdministrators()) <= 1) {
        throw new Refusal(
          'conflict',
          'staff.last-administrator',
          'Це останній адміністратор. Спершу додайте іншого, і хай він увійде.',
        );
      }
      await accounts.change(id, { active: false, passwordHash: undefined });
      await sessions.endAllOf(id);
      await secondFactor.remove(id, actor);
      await audit.record({ actor, action: 'staff.remove', subject: id, before: { roles: account.roles } });
    },

    async list(request) {
      const { items, nextCursor } = await accounts.list(request);
      return { items: items.map(toView), nextCursor };
    },

    async get(id) {
      const account = await accounts.get(id);
      return account && toView(account);
    },
  };
}

function isAdministrator({ roles, passwordHash }: StaffAccount): boolean {
  return roles.includes('administrator') && passwordHash !== undefined;
}

function toView({ passwordHash: _secret, ...view }: StaffAccount): StaffView {
  return view;
}
