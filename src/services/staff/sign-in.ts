import { Refusal } from '../../domain/refusal.js';
import { HourlyLimit } from '../../lib/hourly-limit.js';
import { verifyPassword } from './passwords.js';
import type { StaffStore } from './store.js';
import { createThrottle } from './throttle.js';

/** Whoever guesses at an account locks out their own address only; one address may be a whole office. */
const FREE_FAILURES = { accountFromAddress: 5, address: 30 } as const;
/**
 * Attempts at one account from all addresses together that it was never used from. It takes more than one guesser
 * to use them up, and even then its owner gets in from where they usually do.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#account-lockout
 */
const ATTEMPTS_FROM_STRANGERS_PER_HOUR = 30;
/** Addresses that accounts were used from, since the start; the oldest goes first. */
const FAMILIAR_MAX = 10_000;

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
  const byPair = createThrottle(deps.real, FREE_FAILURES.accountFromAddress);
  const byAddress = createThrottle(deps.real, FREE_FAILURES.address);
  const fromStrangers = new HourlyLimit(ATTEMPTS_FROM_STRANGERS_PER_HOUR);
  const familiar = new Set<string>();

  return async ({ email: typed, password, clientAddress }) => {
    const email = typed.trim().toLowerCase();
    const pair = `${email} ${clientAddress}`;
    const nowMs = deps.real().getTime();
    const isStranger = !familiar.has(pair);
    const waitMs = Math.max(
      byPair.waitMs(pair),
      byAddress.waitMs(clientAddress),
      isStranger ? fromStrangers.freeAtMs(email) - nowMs : 0,
    );
    if (waitMs > 0) throw throttled(waitMs);

    // Counted before the slow check: a hundred guesses at once must not all be free.
    byPair.fail(pair);
    byAddress.fail(clientAddress);
    if (isStranger) fromStrangers.count(email, nowMs);
    const account = await deps.accounts.findByEmail(email);
    const isRight = await verifyPassword(password, account?.active ? account.passwordHash : undefined);
    if (!account || !isRight) throw new Refusal('invalid', 'login.wrong', 'Пошта або пароль неправильні.');
    byPair.clear(pair);
    byAddress.clear(clientAddress);
    remember(pair);
    return account.id;
  };

  function remember(pair: string): void {
    familiar.delete(pair);
    familiar.add(pair);
    const [oldest] = familiar;
    if (familiar.size > FAMILIAR_MAX && oldest !== undefined) familiar.delete(oldest);
  }
}

function throttled(waitMs: number): Refusal {
  const minutes = Math.ceil(waitMs / 60_000);
  return new Refusal(
    'invalid',
    'login.throttled',
    `Забагато невдалих спроб. Спробуйте знову через ${minutes} хв.`,
  );
}
