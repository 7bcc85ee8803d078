import { Refusal } from '../../domain/refusal.js';
import { verifyPassword } from './passwords.js';
import type { StaffStore } from './store.js';
import { createThrottle } from './throttle.js';

/** One account is guessed at from anywhere; one address may be a whole office behind one router. */
const FREE_FAILURES = { account: 5, address: 30 } as const;

/**
 * Checks e-mail and password. The answer is the same for an unknown e-mail, a wrong password and a removed
 * colleague, and takes the same time.
 *
 * @returns id of the account, to start a session for
 * @throws {Refusal} invalid: `login.wrong` or `login.throttled`
 */
export type SignIn = (attempt: {
  readonly email: string;
  readonly password: string;
  /** The client's own address, behind trusted proxies */
  readonly clientAddress: string;
}) => Promise<string>;

/** @param real the real clock */
export function createSignIn(deps: { readonly accounts: StaffStore; readonly real: () => Date }): SignIn {
  const byAccount = createThrottle(deps.real, FREE_FAILURES.account);
  const byAddress = createThrottle(deps.real, FREE_FAILURES.address);

  return async ({ email: typed, password, clientAddress }) => {
    const email = typed.trim().toLowerCase();
    const waitMs = Math.max(byAccount.waitMs(email), byAddress.waitMs(clientAddress));
    if (waitMs > 0) throw throttled(waitMs);

    // Counted before the slow check: a hundred guesses at once must not all be free.
    byAccount.fail(email);
    byAddress.fail(clientAddress);
    const account = await deps.accounts.findByEmail(email);
    const isRight = await verifyPassword(password, account?.active ? account.passwordHash : undefined);
    if (!account || !isRight) throw new Refusal('invalid', 'login.wrong', 'Пошта або пароль неправильні.');
    byAccount.clear(email);
    byAddress.clear(clientAddress);
    return account.id;
  };
}

function throttled(waitMs: number): Refusal {
  const minutes = Math.ceil(waitMs / 60_000);
  return new Refusal(
    'invalid',
    'login.throttled',
    `Забагато невдалих спроб. Спробуйте знову через ${minutes} хв.`,
  );
}
