import type { Absence } from '../../../src/domain/absence.js';
import { ROLES } from '../../../src/domain/role.js';
import { createAbsences } from '../../../src/services/absences/service.js';
import type { StaffAccount } from '../../../src/services/staff/store.js';
import { NOW, STAFF_NAMES } from './builders.js';

/** The use cases of absences over an account per role, whose id is the role. */
export function fakeAbsences(absences: Readonly<Record<string, Absence>> = {}) {
  const accounts = new Map<string, StaffAccount>(
    ROLES.map((role) => [
      role,
      {
        id: role,
        email: `${role}@nizhyn.example`,
        name: STAFF_NAMES.get(role) ?? role,
        position: '',
        roles: [role],
        departmentIds: [],
        active: true,
        passwordHash: undefined,
        createdAt: NOW,
        absence: absences[role],
      },
    ]),
  );
  return createAbsences({
    accounts: {
      get: async (id) => accounts.get(id),
      change: async (id, changes) => {
        const account = accounts.get(id);
        if (account) accounts.set(id, { ...account, ...changes });
      },
      awaySince: async (day) => [...accounts.values()].filter(({ absence }) => absence && absence.to >= day),
    },
    audit: { record: async () => {} },
    now: () => NOW,
    timeZone: 'Europe/Kyiv',
  });
}
