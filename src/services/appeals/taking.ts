import type { Appeal } from '../../domain/appeal.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can, isConcernedWith } from '../../domain/role.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict, takenByOther } from './refusals.js';
import type { AppealChange } from './store.js';

/** Who answers an appeal: one takes it, or is given it. */
export function takingAppeals(
  { colleague, clocks }: Pick<DeskDeps, 'colleague' | 'clocks'>,
  { writable, apply, one }: Desk,
): Pick<Appeals, 'take' | 'assign'> {
  return {
    async take(number, actor) {
      const appeal = await writable(number, actor);
      if (appeal.assigneeId === actor.id) return one(appeal);
      if (appeal.assigneeId !== undefined) throw takenByOther();
      return apply(appeal, actor, 'take', { assigneeId: actor.id, ...started(appeal, actor) }, actor.id);
    },

    async assign(number, assigneeId, actor) {
      const appeal = await writable(number, actor);
      checkAssignee(await colleague(assigneeId), appeal);
      return apply(appeal, actor, 'assign', { assigneeId, ...started(appeal, actor) });
    },
  };

  function started(appeal: Appeal, actor: Actor): AppealChange {
    if (appeal.status !== 'received' && appeal.status !== 'registered') return {};
    return { status: 'in-progress', history: { status: 'in-progress', at: clocks.now(), by: actor.id } };
  }
}

/** An appeal given to somebody who does not see it would be nobody's. @throws {Refusal} */
function checkAssignee(colleague: Actor | undefined, { departmentId }: Appeal): void {
  if (!colleague || !can(colleague, 'appeals.write'))
    throw new Refusal('invalid', 'appeal.assignee', 'Такого працівника немає. Оберіть зі списку.');
  if (!isConcernedWith(colleague, departmentId))
    throw conflict(
      'assignee-elsewhere',
      `${colleague.name} не бачить звернень цього підрозділу. Оберіть іншого працівника або спершу передайте звернення до його підрозділу.`,
    );
}
