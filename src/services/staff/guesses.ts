import { Refusal } from '../../domain/refusal.js';
import { HourlyLimit } from '../../lib/hourly-limit.js';
import { createThrottle } from './throttle.js';

/** Slows down guessing at one kind of secret: passwords, or codes. */
export interface Guesses {
  /**
   * Counts an attempt, before it is checked: a hundred at once must not all be free.
   *
   * @param account whose secret it is, e.g. the e-mail
   * @returns what to call when the secret was right: the failures before it are forgiven
   * @throws {Refusal} invalid `login.throttled`
   */
  begin(account: string, clientAddress: string): () => void;
}

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

/** @param real the real clock */
export function createGuesses(real: () => Date): Guesses {
  const byPair = createThrottle(real, FREE_FAILURES.accountFromAddress);
  const byAddress = createThrottle(real, FREE_FAILURES.address);
  const fromStrangers = new HourlyLimit(ATTEMPTS_FROM_STRANGERS_PER_HOUR);
  const familiar = new Set<string>();

  function remember(pair: string): void {
    familiar.delete(pair);
    familiar.add(pair);
    const [oldest] = familiar;
    if (familiar.size > FAMILIAR_MAX && oldest !== undefined) familiar.delete(oldest);
  }

  return {
    begin(account, clientAddress) {
      const pair = `${account} ${clientAddress}`;
      const nowMs = real().getTime();
      const isStranger = !familiar.has(pair);
      const waitMs = Math.max(
        byPair.waitMs(pair),
        byAddress.waitMs(clientAddress),
        isStranger ? fromStrangers.freeAtMs(account) - nowMs : 0,
      );
      if (waitMs > 0) throw throttled(waitMs);
      byPair.fail(pair);
      byAddress.fail(clientAddress);
      if (isStranger) fromStrangers.count(account, nowMs);
      return () => {
        byPair.clear(pair);
        byAddress.clear(clientAddress);
        remember(pair);
      };
    },
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
