import type { Appeal, EscalationStage } from './appeal.js';
import { type Actor, can } from './role.js';

/**
 * Whom a stage of an appeal's term is told: its assignee, then the head of its department, then the head. Where one
 * of them is missing, the next above is told instead, in the end an administrator.
 *
 * @param colleagues those who have access now
 * @returns ids of their accounts
 */
export function escalatedTo(
  stage: EscalationStage,
  { assigneeId, departmentId }: Pick<Appeal, 'assigneeId' | 'departmentId'>,
  colleagues: readonly Actor[],
): readonly string[] {
  const assignee = colleagues.filter(({ id }) => id === assigneeId);
  const above = headsOf(colleagues);
  const ofDepartment = colleagues.filter((one) => isHead(one) && one.departmentIds?.includes(departmentId));
  const heads = ofDepartment.length > 0 ? ofDepartment : above;
  const told = {
    half: assignee.length > 0 ? assignee : heads,
    'two-days': [...assignee, ...heads],
    overdue: [...assignee, ...ofDepartment, ...above],
  }[stage];
  return [...new Set(told.map(({ id }) => id))];
}

/** A head limited to departments is the head of those; without a limit, of the whole council. */
function headsOf(colleagues: readonly Actor[]): readonly Actor[] {
  const heads = colleagues.filter((one) => isHead(one) && one.departmentIds === undefined);
  return heads.length > 0 ? heads : colleagues.filter((one) => can(one, 'staff.manage'));
}

function isHead({ roles }: Actor): boolean {
  return roles.includes('head');
}
