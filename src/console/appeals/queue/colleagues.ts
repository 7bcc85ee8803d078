import type { StandIns } from '../../../domain/absence.js';
import { type Actor, can, isConcernedWith } from '../../../domain/role.js';
import { dayAndMonth } from '../../../domain/ukrainian-date.js';
import { staffActor } from '../../../services/staff/sessions.js';
import type { Option } from '../../components/field.js';
import type { ConsoleParts } from '../../parts.js';

/** Accounts looked through; a council has fewer. */
const ACCOUNTS_MAX = 500;

type Accounts = Pick<ConsoleParts['staff']['accounts'], 'list'>;

/** Those who work with appeals, by name; whoever shares no department with the viewer is left out. */
export async function listColleagues(accounts: Accounts, viewer: Actor): Promise<readonly Actor[]> {
  const { items } = await accounts.list({ limit: ACCOUNTS_MAX });
  return items
    .filter(({ active }) => active)
    .map(staffActor)
    .filter((colleague) => can(colleague, 'appeals.write') && shareDepartment(colleague, viewer))
    .sort((a, b) => a.name.localeCompare(b.name, 'uk'));
}

/** Those whom an appeal may be given to, as a list to choose from: it says who is away. */
export async function findColleagues(
  accounts: Accounts,
  viewer: Actor,
  standIns: StandIns,
): Promise<readonly Option[]> {
  return (await listColleagues(accounts, viewer)).map((colleague) => colleagueOption(colleague, standIns));
}

/** «Олена Коваль» or «Олена Коваль (не працює до 5 грудня, заміщує Петро Гриценко)» */
export function colleagueOption({ id, name }: Pick<Actor, 'id' | 'name'>, standIns: StandIns): Option {
  const standIn = standIns.get(id);
  const away = standIn ? ` (не працює до ${dayAndMonth(standIn.until)}, заміщує ${standIn.name})` : '';
  return { value: id, label: `${name}${away}` };
}

function shareDepartment(colleague: Actor, viewer: Actor): boolean {
  return viewer.departmentIds?.some((id) => isConcernedWith(colleague, id)) ?? true;
}
