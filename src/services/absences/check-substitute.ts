import { type Absence, overlaps } from '../../domain/absence.js';
import { Refusal } from '../../domain/refusal.js';
import { can, isConcernedWith } from '../../domain/role.js';
import { staffActor } from '../staff/sessions.js';
import type { StaffAccount } from '../staff/store.js';

/** @throws {Refusal} invalid: somebody who could not do the work, or not see all of it, or is away as well */
export function checkSubstitute(
  absent: Pick<StaffAccount, 'id' | 'departmentIds'>,
  absence: Absence,
  substitute: StaffAccount | undefined,
): void {
  if (!substitute?.active || !can(staffActor(substitute), 'appeals.write'))
    throw invalid('substitute', 'Оберіть того, хто працює зі зверненнями.');
  if (substitute.id === absent.id) throw invalid('oneself', 'Оберіть іншу людину: себе заміщувати не можна.');
  if (!seesTheSame(absent, substitute))
    throw invalid(
      'departments',
      `${substitute.name} бачить звернення не всіх потрібних підрозділів. Оберіть іншу людину або змініть її права.`,
    );
  if (substitute.absence && overlaps(substitute.absence, absence))
    throw invalid('substitute-away', `${substitute.name} цими днями теж не працює. Оберіть іншу людину.`);
}

function seesTheSame(absent: Pick<StaffAccount, 'departmentIds'>, substitute: StaffAccount): boolean {
  const actor = staffActor(substitute);
  if (absent.departmentIds.length === 0) return actor.departmentIds === undefined;
  return absent.departmentIds.every((id) => isConcernedWith(actor, id));
}

function invalid(code: string, message: string): Refusal {
  return new Refusal('invalid', `absence.${code}`, message);
}
