import { Refusal } from '../../domain/refusal.js';
import type { Audit } from '../audit/audit.js';
import type { Guesses } from './guesses.js';
import { verifyPassword } from './passwords.js';
import { recordRefusal } from './record-refusal.js';
import type { StaffStore } from './store.js';

/**
 * Checks e-mail and password, the first step of signing in. The answer is the same for an unknown e-mail, a wrong
 * password and a removed colleague, and takes the same time.
 *
 * @returns id of the account; whether a second step follows says `PendingSignIns`
 * @throws {Refusal} invalid: `login.wrong` or `login.throttled`
 */
export type SignIn = (attempt: {
  readonly email: string;
  readonly password: string;
  /** The client's own address, behind trusted proxies */
  readonly clientAddress: string;
}) => Promise<string>;

export function createSignIn(deps: {
  readonly accounts: Pick<StaffStore, 'findByEmail'>;
  readonly guesses: Guesses;
  readonly audit: Audit;
}): SignIn {
  return async ({ email: typed, password, clientAddress }) => {
    const email = typed.trim().toLowerCase();
    const succeeded = deps.guesses.begin(email, clientAddress);
    const account = await deps.accounts.findByEmail(email);
    const isRight = await verifyPassword(password, account?.active ? account.passwordHash : undefined);
    if (!account || !isRight) {
      await recordRefusal(deps.audit, account?.id, 'password');
      throw new Refusal('invalid', 'login.wrong', 'Пошта або пароль неправильні.');
    }
    succeeded();
    return account.id;
  };
}
