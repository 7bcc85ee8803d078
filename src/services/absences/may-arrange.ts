import { type Actor, can, isConcernedWith } from '../../domain/role.js';

type Colleague = Pick<Actor, 'id' | 'departmentIds'>;

/** Whether the actor may say when this colleague is away: for oneself, for one's own people, for everybody. */
export function mayArrangeFor(colleague: Colleague, actor: Actor): boolean {
  return actor.id === colleague.id || can(actor, 'staff.manage') || isHeadOf(actor, colleague);
}

/** A head limited to departments is the head of those alone; without a limit, of everybody. */
function isHeadOf(actor: Actor, { departmentIds }: Colleague): boolean {
  if (!actor.roles.includes('head')) return false;
  if (actor.departmentIds === undefined) return true;
  return departmentIds?.every((id) => isConcernedWith(actor, id)) ?? false;
}
