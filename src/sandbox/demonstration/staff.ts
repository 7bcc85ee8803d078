import type { Role } from '../../domain/role.js';
import type { StaffStore } from '../../services/staff/store.js';

/** An account for every role, to be signed in with by one click. Their names say what they are. */
export const DEMONSTRATION_STAFF: readonly { readonly role: Role; readonly name: string }[] = [
  { role: 'moderator', name: 'Демо-модераторка' },
  { role: 'approver', name: 'Демо-затверджувачка' },
  { role: 'editor', name: 'Демо-редактор' },
  { role: 'head', name: 'Демо-керівниця' },
  { role: 'administrator', name: 'Демо-адміністратор' },
  { role: 'viewer', name: 'Демо-спостерігачка' },
];

/** `.invalid` never exists: nothing can be sent to these addresses. @see RFC 2606 */
const emailOf = (role: Role) => `${role}@demo.invalid`;

/** Ids of the demonstration accounts. */
export type StaffIds = Readonly<Record<Role, string>>;

/** Makes the accounts that are missing. They have no password: only the sandbox's own button signs them in. */
export async function addDemonstrationStaff(
  accounts: Pick<StaffStore, 'insert' | 'findByEmail'>,
  createdAt: Date,
): Promise<StaffIds> {
  const ids = new Map<Role, string>();
  for (const { role, name } of DEMONSTRATION_STAFF) {
    const email = emailOf(role);
    const account =
      (await accounts.findByEmail(email)) ??
      (await accounts.insert({
        email,
        name,
        position: '',
        roles: [role],
        departmentIds: [],
        active: true,
        passwordHash: undefined,
        createdAt,
      })) ??
      (await accounts.findByEmail(email));
    if (!account) throw new Error(`the demonstration account of ${role} is neither inserted nor found`);
    ids.set(role, account.id);
  }
  return Object.fromEntries(ids) as StaffIds; // the list above has every role; a test checks it
}
