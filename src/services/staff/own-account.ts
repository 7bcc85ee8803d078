import { Refusal } from '../../domain/refusal.js';
import { needsSecondFactor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import { activeAccount } from './active-account.js';
import type { Guesses } from './guesses.js';
import { checkNewPassword, hashPassword, verifyPassword } from './passwords.js';
import type { SecondFactor } from './second-factor.js';
import { type Sessions, staffActor } from './sessions.js';
import type { StaffAccount, StaffStore } from './store.js';

/** Somebody at their own open session. */
export interface Owner {
  readonly staffId: string;
  readonly sessionId: string;
  readonly clientAddress: string;
}

/**
 * What people do with their own account. An open session alone is not enough for it: somebody may have left the desk,
 * so each change asks for the password or a code as well.
 */
export interface OwnAccount {
  /** False where the sandbox's one click signed in: nothing to ask for, nothing to change. */
  hasPassword(staffId: string): Promise<boolean>;
  /** Other sessions end. @throws {Refusal} invalid: wrong password, weak new one, or too many attempts */
  changePassword(owner: Owner, form: { readonly current: string; readonly next: string }): Promise<void>;
  /** Other sessions end. @returns the recovery codes, shown this once. @throws {Refusal} as `SecondFactor.enable` */
  enableSecondFactor(
    owner: Owner,
    form: { readonly password: string; readonly offer: string; readonly code: string },
  ): Promise<readonly string[]>;
  /** @param code of the phone, or a recovery code. @throws {Refusal} as `SecondFactor.check` */
  renewRecoveryCodes(owner: Owner, code: string): Promise<readonly string[]>;
  /** @throws {Refusal} forbidden where the roles ask for a second factor; as `SecondFactor.check` */
  disableSecondFactor(owner: Owner, code: string): Promise<void>;
  /** Single keys of the queue; asks for nothing, as it opens nothing. */
  switchShortcuts(owner: Owner, areOn: boolean): Promise<void>;
  /** Ends this session too. */
  signOutEverywhere(owner: Owner): Promise<void>;
}

/** @param guesses those of signing in: an open session must not offer more attempts at the password */
export function createOwnAccount(deps: {
  readonly accounts: Pick<StaffStore, 'get' | 'change'>;
  readonly sessions: Pick<Sessions, 'endAllOf'>;
  readonly secondFactor: SecondFactor;
  readonly guesses: Guesses;
  readonly audit: Audit;
}): OwnAccount {
  const { accounts, sessions, secondFactor, guesses, audit } = deps;

  /** @throws {Refusal} invalid `account.password` or `login.throttled` */
  async function checkPassword({ email, passwordHash }: StaffAccount, password: string, owner: Owner) {
    const succeeded = guesses.begin(email, owner.clientAddress);
    if (!(await verifyPassword(password, passwordHash)))
      throw new Refusal('invalid', 'account.password', 'Теперішній пароль неправильний.');
    succeeded();
  }

  return {
    async switchShortcuts({ staffId }, areOn) {
      const account = await activeAccount(accounts, staffId);
      await accounts.change(staffId, { shortcutsOff: !areOn });
      await audit.record({
        actor: staffActor(account),
        action: 'staff.shortcuts',
        subject: staffId,
        after: { areOn },
      });
    },

    hasPassword: async (staffId) => (await accounts.get(staffId))?.passwordHash !== undefined,

    async changePassword(owner, { current, next }) {
      const account = await activeAccount(accounts, owner.staffId);
      await checkPassword(account, current, owner);
      checkNewPassword(next, account.email);
      await accounts.change(account.id, { passwordHash: await hashPassword(next) });
      await sessions.endAllOf(account.id, owner.sessionId);
      const actor = staffActor(account);
      await audit.record({ actor, action: 'staff.change-password', subject: account.id });
    },

    async enableSecondFactor(owner, { password, offer, code }) {
      const account = await activeAccount(accounts, owner.staffId);
      if (account.passwordHash !== undefined) await checkPassword(account, password, owner);
      const recoveryCodes = await secondFactor.enable(account.id, offer, code);
      await sessions.endAllOf(account.id, owner.sessionId);
      return recoveryCodes;
    },

    async renewRecoveryCodes({ staffId, clientAddress }, code) {
      await secondFactor.check(staffId, code, clientAddress);
      return secondFactor.renewRecoveryCodes(staffId);
    },

    async disableSecondFactor(owner, code) {
      const account = await activeAccount(accounts, owner.staffId);
      if (needsSecondFactor(account.roles))
        throw new Refusal('forbidden', 'second-factor.required', 'Ваша роль вимагає другого фактора.');
      await secondFactor.check(account.id, code, owner.clientAddress);
      await secondFactor.remove(account.id, staffActor(account));
    },

    async signOutEverywhere(owner) {
      const account = await activeAccount(accounts, owner.staffId);
      await sessions.endAllOf(account.id);
      const actor = staffActor(account);
      await audit.record({ actor, action: 'staff.sign-out-everywhere', subject: account.id });
    },
  };
}
