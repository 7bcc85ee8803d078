import { Refusal } from '../../domain/refusal.js';
import type { Audit } from '../audit/audit.js';
import { emailSchema } from './input.js';
import type { Links } from './links.js';
import { checkNewPassword, hashPassword } from './passwords.js';
import type { SecondFactor } from './second-factor.js';
import { type Sessions, staffActor } from './sessions.js';
import type { LinkPurpose, StaffAccount, StaffStore } from './store.js';

/** What a one-time link lets somebody do: create the first account, or choose the password of theirs. */
export type OpenedLink =
  | { readonly kind: 'first' }
  | { readonly kind: 'password' | 'restore'; readonly email: string; readonly name: string };

/** The form behind a one-time link; all but the password are read for the first account only. */
export interface AccessForm {
  readonly email: string;
  readonly name: string;
  readonly position: string;
  readonly password: string;
}

/** Ways in for somebody who has no password yet. */
export interface Access {
  /** A link for the first account, for the terminal only. @returns undefined once an account exists */
  firstLink(): Promise<string | undefined>;
  /**
   * A link that lets an existing administrator choose a new password and takes their second factor off: the way
   * back in without the phone.
   * @throws {Refusal} notFound
   */
  restoreLink(email: string): Promise<string>;
  /** @returns undefined when the link is used up, too old, or never was */
  open(token: string): Promise<OpenedLink | undefined>;
  /**
   * Uses the link up and sets the password; sessions from before end.
   * @returns id of the account; whether a second step follows says `PendingSignIns`
   * @throws {Refusal} invalid: weak password or wrong field (the link stays valid); notFound: link no longer valid
   */
  use(token: string, form: AccessForm): Promise<string>;
}

/** @param now the city's calendar */
export function createAccess(deps: {
  readonly accounts: StaffStore;
  readonly sessions: Pick<Sessions, 'endAllOf'>;
  readonly secondFactor: Pick<SecondFactor, 'remove'>;
  readonly links: Links;
  readonly audit: Audit;
  readonly now: () => Date;
}): Access {
  const { accounts, sessions, secondFactor, links, audit, now } = deps;

  async function opened(purpose: LinkPurpose | undefined): Promise<OpenedLink | undefined> {
    if (purpose?.kind === 'first') return (await accounts.count()) === 0 ? purpose : undefined;
    if (!purpose) return undefined;
    const account = await accounts.get(purpose.staffId);
    return account?.active ? { kind: purpose.kind, email: account.email, name: account.name } : undefined;
  }

  async function createFirst(form: AccessForm, passwordHash: string): Promise<StaffAccount> {
    const account = await accounts.insert({
      ...parseFirst(form),
      roles: ['administrator', 'head'],
      departmentIds: [],
      active: true,
      passwordHash,
      createdAt: now(),
    });
    if (!account) throw linkVoid();
    return account;
  }

  async function setPassword(staffId: string, passwordHash: string): Promise<StaffAccount> {
    await accounts.change(staffId, { passwordHash });
    await sessions.endAllOf(staffId);
    const account = await accounts.get(staffId);
    if (!account) throw linkVoid();
    return account;
  }

  return {
    firstLink: async () => ((await accounts.count()) === 0 ? links.create({ kind: 'first' }) : undefined),

    async restoreLink(email) {
      const account = await accounts.findByEmail(email.trim().toLowerCase());
      if (!account?.active || !account.roles.includes('administrator')) {
        throw new Refusal('notFound', 'staff.no-administrator', 'Адміністратора з такою поштою немає.');
      }
      return links.create({ kind: 'restore', staffId: account.id });
    },

    open: async (token) => opened(await links.find(token)),

    async use(token, form) {
      const link = await opened(await links.find(token));
      if (!link) throw linkVoid();
      const { email } = link.kind === 'first' ? parseFirst(form) : link;
      checkNewPassword(form.password, email);
      const passwordHash = await hashPassword(form.password);
      const purpose = await links.take(token);
      if (!purpose || !(await opened(purpose))) throw linkVoid();
      const account =
        purpose.kind === 'first'
          ? await createFirst(form, passwordHash)
          : await setPassword(purpose.staffId, passwordHash);
      const actor = staffActor(account);
      if (purpose.kind === 'restore') await secondFactor.remove(account.id, actor);
      await audit.record({ actor, action: 'staff.set-password', subject: account.id });
      return account.id;
    },
  };
}

function parseFirst({
  email,
  name,
  position,
}: AccessForm): Pick<StaffAccount, 'email' | 'name' | 'position'> {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) {
    throw new Refusal(
      'invalid',
      'staff.email',
      'Вкажіть адресу електронної пошти, наприклад name@rada.gov.ua.',
    );
  }
  if (name.trim() === '') throw new Refusal('invalid', 'staff.name', 'Вкажіть прізвище та ім’я.');
  const line = (text: string) => text.trim().slice(0, 120);
  return { email: parsed.data, name: line(name), position: line(position) };
}

function linkVoid(): Refusal {
  return new Refusal(
    'notFound',
    'link.void',
    'Посилання вже використано або його час минув. Попросіть нове.',
  );
}
