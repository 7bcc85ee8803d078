import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { oneAtATime } from '../../lib/one-at-a-time.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { Audit } from '../audit/audit.js';
import { activeAccount } from './active-account.js';
import type { CheckDepartments } from './check-departments.js';
import type { StaffChange, StaffInput } from './input.js';
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
   * Changes only what is given; rights change at once, in open sessions too.
   * @throws {Refusal} notFound; conflict for the last administrator; invalid for an unknown department
   */
  change(id: string, change: StaffChange, actor: Actor): Promise<StaffView>;
  /**
   * Takes the second factor off, for somebody without phone and codes, and signs them out everywhere.
   * @throws {Refusal} notFound
   */
  resetSecondFactor(id: string, actor: Actor): Promise<void>;
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
  readonly checkDepartments: CheckDepartments;
  readonly audit: Audit;
  readonly now: () => Date;
}): Accounts {
  const { accounts, sessions, secondFactor, links, checkDepartments, audit, now } = deps;
  // Two administrators who take each other's role at the same moment must not both succeed.
  const inTurn = oneAtATime();

  async function insertOrRevive(input: StaffInput): Promise<string> {
    const { email, name, position = '', roles, departments: departmentIds = [] } = input;
    const fields = { name, position, roles, departmentIds };
    const inserted = await accounts.insert({
      email,
      ...fields,
      active: true,
      passwordHash: undefined,
      createdAt: now(),
    });
    if (inserted) return inserted.id;
    const known = await accounts.findByEmail(email);
    if (!known || known.active) {
      throw new Refusal('conflict', 'staff.email-taken', 'Обліковий запис із цією поштою вже є.');
    }
    await accounts.change(known.id, { ...fields, active: true, passwordHash: undefined });
    return known.id;
  }

  /** @throws {Refusal} conflict when nobody else could manage accounts without this one */
  async function keepAnAdministrator(account: StaffAccount): Promise<void> {
    if (!isAdministrator(account) || (await accounts.countAdministrators()) > 1) return;
    throw new Refusal(
      'conflict',
      'staff.last-administrator',
      'Це останній адміністратор. Спершу додайте іншого, і хай він увійде.',
    );
  }

  return {
    async add(input, actor) {
      await checkDepartments(input.departments ?? []);
      const id = await insertOrRevive(input);
      await audit.record({
        actor,
        action: 'staff.add',
        subject: id,
        after: { roles: input.roles, departmentIds: input.departments ?? [] },
      });
      return { id, link: await links.create({ kind: 'password', staffId: id }) };
    },

    async renewLink(id, actor) {
      await activeAccount(accounts, id);
      await audit.record({ actor, action: 'staff.renew-link', subject: id });
      return links.create({ kind: 'password', staffId: id });
    },

    change: (id, { name, position, roles, departments }, actor) =>
      inTurn(async () => {
        const before = await activeAccount(accounts, id);
        await checkDepartments(departments ?? []);
        if (roles && !roles.includes('administrator')) await keepAnAdministrator(before);
        const changes = {
          name: name ?? before.name,
          position: position ?? before.position,
          roles: roles ?? before.roles,
          departmentIds: departments ?? before.departmentIds,
        };
        await accounts.change(id, changes);
        const after = { ...before, ...changes };
        await audit.record({
          actor,
          action: 'staff.change',
          subject: id,
          before: rightsOf(before),
          after: { ...rightsOf(after), fields: changedFields(before, after) },
        });
        return toView(after);
      }),

    async resetSecondFactor(id, actor) {
      await activeAccount(accounts, id);
      await secondFactor.remove(id, actor);
      await sessions.endAllOf(id);
    },

    remove: (id, actor) =>
      inTurn(async () => {
        const account = await activeAccount(accounts, id);
        await keepAnAdministrator(account);
        await accounts.change(id, { active: false, passwordHash: undefined });
        await sessions.endAllOf(id);
        await secondFactor.remove(id, actor);
        await audit.record({ actor, action: 'staff.remove', subject: id, before: rightsOf(account) });
      }),

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

function rightsOf({ roles, departmentIds }: StaffAccount): Pick<StaffAccount, 'roles' | 'departmentIds'> {
  return { roles, departmentIds };
}

/** Names of a person's fields that changed: the audit holds no personal data. */
function changedFields(before: StaffAccount, after: StaffAccount): readonly string[] {
  return (['name', 'position'] as const).filter((field) => before[field] !== after[field]);
}

function isAdministrator({ roles, passwordHash }: StaffAccount): boolean {
  return roles.includes('administrator') && passwordHash !== undefined;
}

function toView({ passwordHash: _secret, ...view }: StaffAccount): StaffView {
  return view;
}
