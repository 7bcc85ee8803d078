import { type Actor, can, isConcernedWith } from '../../../domain/role.js';
import { staffActor } from '../../../services/staff/sessions.js';
import type { Option } from '../../components/field.js';
import type { ConsoleParts } from '../../parts.js';

/** Accounts looked through; a council has fewer. */
const ACCOUNTS_MAX = 500;

/** Those whom an appeal may be given to, by name; whoever shares no department with the viewer is left out. */
export async function findColleagues(
  accounts: Pick<ConsoleParts['staff']['accounts'], 'list'>,
  viewer: Actor,
): Promise<readonly Option[]> {
  const { items } = await accounts.list({ limit: ACCOUNTS_MAX });
  return items
    .filter(({ active }) => active)
    .map(staffActor)
    .filter((colleague) => can(colleague, 'appeals.write') && shareDepartment(colleague, viewer))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'uk'));
}

function shareDepartment(colleague: Actor, viewer: Actor): boolean {
  return viewer.departmentIds?.some((id) => isConcernedWith(colleague, id)) ?? true;
}
