import { createAudit } from '../../src/services/audit/audit.js';
import { createStaff, type Staff, type StaffStores } from '../../src/services/staff/staff.js';
import { memoryAuditStore, memoryStaffStores } from '../unit/services/staff/memory-stores.js';
import { codeAt } from './code-at.js';

export const PASSWORD = 'кінь батарея скоба';
export const HEAD_EMAIL = 'head@rada.gov.ua';

/** The staff services over memory, or over the stores given, with a clock that tests move. */
export function staffServices(stores: StaffStores = memoryStaffStores()) {
  let time = Date.parse('2026-11-23T08:00:00Z');
  const real = () => new Date(time);
  const audit = memoryAuditStore();
  const staff = createStaff({
    stores,
    audit: createAudit(audit, real),
    clocks: { now: real, real },
    linkAddress: (token) => `https://visnyk.example.ua/link/${token}`,
    key: 'k'.repeat(43),
    departments: async () => [{ id: 'housing' }, { id: 'welfare' }],
    adminApiToken: 'a'.repeat(32),
  });
  const advance = (ms: number) => {
    time += ms;
  };
  return { staff, stores, audit, real, advance };
}

/** The first account, administrator and head, without a second factor yet. @returns its id */
export function firstAccount(staff: Staff): Promise<string> {
  return staff.access.firstLink().then((link) =>
    staff.access.use(tokenOf(link), {
      email: HEAD_EMAIL,
      name: 'Ольга Коваль',
      position: '',
      password: PASSWORD,
    }),
  );
}

/** Sets a second factor up as its owner would. @returns what the phone and the sheet of paper hold */
export async function enableSecondFactor(staff: Staff, staffId: string, at: Date) {
  const { sealed, secret } = await staff.secondFactor.offer(staffId);
  const recoveryCodes = await staff.secondFactor.enable(staffId, sealed, codeAt(secret, at));
  return { secret, recoveryCodes };
}

/** What a one-time link ends with. */
export function tokenOf(link: string | undefined): string {
  return link?.split('/').at(-1) ?? '';
}
