import { needsSecondFactor } from '../../domain/role.js';
import { createSecret, hashSecret } from './secrets.js';
import type { PendingSignInStore, SecondFactorStore, StaffStore } from './store.js';

/** What is still to be done: type a code, or set the second factor up because the roles ask for one. */
export type SecondStep = 'code' | 'setup';

/** Between a right password and the session, where a second factor is due. It opens nothing but the second step. */
export interface PendingSignIns {
  /** @returns a secret for a cookie of its own; undefined when the password is enough */
  begin(staffId: string): Promise<{ readonly secret: string; readonly step: SecondStep } | undefined>;
  find(secret: string): Promise<{ readonly staffId: string; readonly step: SecondStep } | undefined>;
  /** Uses it up. @returns false when it is no longer valid or was used at this very moment */
  take(secret: string): Promise<boolean>;
}

export const PENDING_SIGN_IN_MS = 15 * 60_000;

/** @param real the real clock */
export function createPendingSignIns(deps: {
  readonly pending: PendingSignInStore;
  readonly secondFactors: Pick<SecondFactorStore, 'get'>;
  readonly accounts: Pick<StaffStore, 'get'>;
  readonly real: () => Date;
}): PendingSignIns {
  const { pending, secondFactors, accounts, real } = deps;

  async function stepOf(staffId: string): Promise<SecondStep | undefined> {
    if (await secondFactors.get(staffId)) return 'code';
    const account = await accounts.get(staffId);
    return account?.active && needsSecondFactor(account.roles) ? 'setup' : undefined;
  }

  async function findValid(secret: string) {
    const found = await pending.get(hashSecret(secret));
    return found && found.expiresAt > real() ? found : undefined;
  }

  return {
    async begin(staffId) {
      const step = await stepOf(staffId);
      if (step === undefined) return undefined;
      const secret = createSecret();
      const expiresAt = new Date(real().getTime() + PENDING_SIGN_IN_MS);
      await pending.insert({ id: hashSecret(secret), staffId, expiresAt });
      return { secret, step };
    },

    async find(secret) {
      const found = await findValid(secret);
      const step = found && (await stepOf(found.staffId));
      return step && { staffId: found.staffId, step };
    },

    async take(secret) {
      const found = await findValid(secret);
      return found !== undefined && pending.take(found.id);
    },
  };
}
