import { Refusal } from '../../../src/domain/refusal.js';
import { needsSecondFactor, ROLES } from '../../../src/domain/role.js';
import type { PendingSignIns } from '../../../src/services/staff/pending-sign-ins.js';
import type { SecondFactor } from '../../../src/services/staff/second-factor.js';

/** The one code that is right. */
export const CODE = '123456';

export const RECOVERY_CODES = Array.from({ length: 10 }, (_, index) => `abcd${index}-efghj`);

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The head has a second factor; everybody else may set one up. */
export function fakeSecondFactor(): SecondFactor {
  const left = new Map([['head', 7]]);
  const right = (code: string) => {
    if (code !== CODE) throw new Refusal('invalid', 'login.code', 'Код не підійшов.');
  };
  return {
    of: async (staffId) => {
      const recoveryCodesLeft = left.get(staffId);
      return recoveryCodesLeft === undefined ? undefined : { recoveryCodesLeft };
    },
    among: async (staffIds) => new Set(staffIds.filter((id) => left.has(id))),
    offer: async (staffId) => ({
      sealed: 'sealed',
      secret: SECRET,
      address: `otpauth://totp/${encodeURIComponent('Вісник')}:${staffId}?secret=${SECRET}`,
    }),
    enable: async (staffId, _offer, code) => {
      right(code);
      left.set(staffId, RECOVERY_CODES.length);
      return RECOVERY_CODES;
    },
    check: async (_staffId, code) => right(code),
    renewRecoveryCodes: async (staffId) => {
      left.set(staffId, RECOVERY_CODES.length);
      return RECOVERY_CODES;
    },
    remove: async (staffId) => void left.delete(staffId),
  };
}

/** Whoever needs a second factor is asked for it; the secret of the cookie is the id of the account. */
export function fakePendingSignIns({ of }: Pick<SecondFactor, 'of'>): PendingSignIns {
  const stepOf = async (staffId: string) => {
    if (await of(staffId)) return 'code';
    return needsSecondFactor(ROLES.filter((role) => role === staffId)) ? 'setup' : undefined;
  };
  return {
    begin: async (staffId) => {
      const step = await stepOf(staffId);
      return step && { secret: staffId, step };
    },
    find: async (secret) => {
      const step = await stepOf(secret);
      return step && { staffId: secret, step };
    },
    take: async () => true,
  };
}
