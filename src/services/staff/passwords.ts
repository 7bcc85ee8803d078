import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../domain/refusal.js';
import { isCommonPassword } from './common-passwords.js';

/**
 * Cost of one hash: 32 MiB and about 0.3 s, so that a stolen database is slow to guess.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const MAX_MEMORY_BYTES = 64 * 2 ** 20;
const HASH_BYTES = 32;

export const PASSWORD_MIN = 12;
/** Longer ones only cost time. */
export const PASSWORD_MAX = 200;

/** @returns `scrypt$N$r$p$salt$hash`: the costs travel along, so that they can be raised later */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Whether the password is the one that was hashed. Takes its full time also without a stored hash, so that an
 * answer does not tell which e-mails have an account.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? NOBODYS_HASH).split('$');
  const expected = Buffer.from(hash ?? '', 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt ?? '', 'base64url'), cost);
  return given.length === expected.length && timingSafeEqual(given, expected) && stored !== undefined;
}

/**
 * Whether a new password may be used: long rather than complicated (NIST SP 800-63B), not a common one, not the
 * person's own e-mail.
 * @throws {Refusal} `invalid` with a sentence that says what to do
 */
export function checkNewPassword(password: string, email: string): void {
  const length = [...password].length;
  if (length < PASSWORD_MIN) {
    throw weak('password.short', `Пароль закороткий: потрібно щонайменше ${PASSWORD_MIN} символів.`);
  }
  if (length > PASSWORD_MAX)
    throw weak('password.long', `Пароль задовгий: щонайбільше ${PASSWORD_MAX} символів.`);
  if (isCommonPassword(password) || password.toLowerCase().includes(email.toLowerCase())) {
    throw weak(
      'password.common',
      'Цей пароль надто легко вгадати. Візьміть, наприклад, чотири випадкові слова.',
    );
  }
}

/** Has the costs of a real hash and fits no password. */
const NOBODYS_HASH = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', ''].join('$');

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC'),
      salt,
      HASH_BYTES,
      { ...cost, maxmem: MAX_MEMORY_BYTES },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

function weak(code: string, message: string): Refusal {
  return new Refusal('invalid', code, message);
}
