import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import { sealText, unsealText } from '../../lib/sealed-text.js';
import type { Audit } from '../audit/audit.js';
import { activeAccount } from './active-account.js';
import type { Guesses } from './guesses.js';
import { recordRefusal } from './record-refusal.js';
import { createRecoveryCodes, hashRecoveryCode } from './recovery-codes.js';
import { createOffers, type SecondFactorOffer } from './second-factor-offer.js';
import { staffActor } from './sessions.js';
import type { SecondFactorStore, StaffStore } from './store.js';
import { isTimeCode, stepOfCode } from './time-codes.js';

/** The second factor: codes of an app on the phone (RFC 6238), and recovery codes on paper for the days without it. */
export interface SecondFactor {
  /** @returns undefined: there is none */
  of(staffId: string): Promise<{ readonly recoveryCodesLeft: number } | undefined>;
  /** Which of these accounts have one. */
  among(staffIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** A new secret to scan, or the one that the page has shown already. @throws {Refusal} invalid: too old */
  offer(staffId: string, sealed?: string): Promise<SecondFactorOffer>;
  /**
   * Switches it on once a code shows that the phone has the secret.
   * @returns the recovery codes, shown this once
   * @throws {Refusal} invalid: wrong code, old offer; conflict: there is one already
   */
  enable(staffId: string, offer: string, code: string): Promise<readonly string[]>;
  /**
   * Accepts a code of the phone, or a recovery code; either works once.
   * @throws {Refusal} invalid: `login.code` or `login.throttled`
   */
  check(staffId: string, typed: string, clientAddress: string): Promise<void>;
  /** Makes the old recovery codes void. @returns the new ones, shown this once. @throws {Refusal} conflict */
  renewRecoveryCodes(staffId: string): Promise<readonly string[]>;
  /** Takes it off, if there is one. @param actor its owner, or who helps them */
  remove(staffId: string, actor: Actor): Promise<void>;
}

/**
 * @param key the service's own secret: seals what codes are made from
 * @param real the real clock
 */
export function createSecondFactor(deps: {
  readonly store: SecondFactorStore;
  readonly accounts: Pick<StaffStore, 'get'>;
  readonly guesses: Guesses;
  readonly audit: Audit;
  readonly key: string;
  readonly real: () => Date;
}): SecondFactor {
  const { store, accounts, guesses, audit, key, real } = deps;
  const offers = createOffers(key, real);
  const hashOf = (staffId: string) => (code: string) => hashRecoveryCode(code, staffId, key);

  async function acceptTimeCode(staffId: string, code: string): Promise<boolean> {
    const factor = await store.get(staffId);
    const step = factor && stepOfCode(code, openSecret(factor.sealedSecret, key), real());
    return step !== undefined && store.useStep(staffId, step);
  }

  async function acceptRecoveryCode(staffId: string, code: string): Promise<boolean> {
    if (!(await store.useRecoveryHash(staffId, hashOf(staffId)(code)))) return false;
    const left = (await store.get(staffId))?.recoveryHashes.length ?? 0;
    const actor = staffActor(await activeAccount(accounts, staffId));
    await audit.record({ actor, action: 'staff.use-recovery-code', subject: staffId, after: { left } });
    return true;
  }

  return {
    async of(staffId) {
      const factor = await store.get(staffId);
      return factor && { recoveryCodesLeft: factor.recoveryHashes.length };
    },

    among: (staffIds) => store.among(staffIds),

    async offer(staffId, sealed) {
      const { email } = await activeAccount(accounts, staffId);
      return sealed === undefined ? offers.make(staffId, email) : offers.open(sealed, staffId, email);
    },

    async enable(staffId, offer, code) {
      const account = await activeAccount(accounts, staffId);
      const { secret } = offers.open(offer, staffId, account.email);
      const step = stepOfCode(digitsOf(code), secret, real());
      if (step === undefined) throw wrongCode();
      const recoveryCodes = createRecoveryCodes();
      const isFirst = await store.insert({
        staffId,
        sealedSecret: sealText(secret, key),
        lastStep: step,
        recoveryHashes: recoveryCodes.map(hashOf(staffId)),
      });
      if (!isFirst) throw new Refusal('conflict', 'second-factor.on', 'Другий фактор уже ввімкнено.');
      const actor = staffActor(account);
      await audit.record({ actor, action: 'staff.enable-second-factor', subject: staffId });
      return recoveryCodes;
    },

    async check(staffId, typed, clientAddress) {
      const succeeded = guesses.begin(staffId, clientAddress);
      const code = digitsOf(typed);
      const isAccepted = isTimeCode(code)
        ? await acceptTimeCode(staffId, code)
        : await acceptRecoveryCode(staffId, typed);
      if (!isAccepted) {
        await recordRefusal(audit, staffId, 'code');
        throw wrongCode();
      }
      succeeded();
    },

    async renewRecoveryCodes(staffId) {
      const account = await activeAccount(accounts, staffId);
      if (!(await store.get(staffId)))
        throw new Refusal('conflict', 'second-factor.off', 'Спершу ввімкніть другий фактор.');
      const recoveryCodes = createRecoveryCodes();
      await store.replaceRecoveryHashes(staffId, recoveryCodes.map(hashOf(staffId)));
      const actor = staffActor(account);
      await audit.record({ actor, action: 'staff.renew-recovery-codes', subject: staffId });
      return recoveryCodes;
    },

    async remove(staffId, actor) {
      if (await store.remove(staffId))
        await audit.record({ actor, action: 'staff.remove-second-factor', subject: staffId });
    },
  };
}

/** Apps show `123 456`. */
function digitsOf(typed: string): string {
  return typed.replaceAll(/\s/g, '');
}

/** @throws {Refusal} conflict: the service's key is another one than when it was sealed */
function openSecret(sealed: string, key: string): string {
  try {
    return unsealText(sealed, key);
  } catch {
    throw new Refusal(
      'conflict',
      'second-factor.key',
      'На сервері змінився ключ других факторів. Адміністраторові допоможе npm run admin:link з його поштою.',
    );
  }
}

function wrongCode(): Refusal {
  return new Refusal(
    'invalid',
    'login.code',
    'Код не підійшов. Він діє пів хвилини й лише один раз: введіть той, що на екрані зараз.',
  );
}
