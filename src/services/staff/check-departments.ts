import { Refusal } from '../../domain/refusal.js';

/** @throws {Refusal} invalid: somebody limited to a department that does not exist would see nothing at all */
export type CheckDepartments = (ids: readonly string[]) => Promise<void>;

/** @param departments the council's, as appeals know them */
export function createCheckDepartments(
  departments: () => Promise<readonly { readonly id: string }[]>,
): CheckDepartments {
  return async (ids) => {
    if (ids.length === 0) return;
    const known = new Set((await departments()).map(({ id }) => id));
    if (!ids.every((id) => known.has(id)))
      throw new Refusal('invalid', 'staff.department', 'Такого підрозділу немає. Оберіть зі списку.');
  };
}
