import type { Appeal } from '../../domain/appeal.js';
import { type Actor, can, isConcernedWith } from '../../domain/role.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { AssigneeAway, conflict, invalid, takenByOther } from './refusals.js';
import type { AppealChange } from './store.js';

/** Who answers an appeal: one takes it, is given it, or another department gets it. */
export function takingAppeals(
  { store, colleague, standIns, clocks }: Pick<DeskDeps, 'store' | 'colleague' | 'standIns' | 'clocks'>,
  { writable, apply, one }: Desk,
): Pick<Appeals, 'take' | 'assign' | 'forward'> {
  return {
    async take(number, actor) {
      const appeal = await writable(number, actor);
      if (appeal.assigneeId === actor.id) return one(appeal);
      if (appeal.assigneeId !== undefined) throw takenByOther();
      const guard = { whenFreeFor: actor.id };
      return apply(appeal, actor, 'take', { assigneeId: actor.id, ...started(appeal, actor) }, guard);
    },

    async assign(number, assigneeId, actor, { evenIfAway } = {}) {
      const appeal = await writable(number, actor);
      if (appeal.assigneeId === assigneeId) return one(appeal);
      const assignee = assigneeFor(appeal, await colleague(assigneeId));
      const standIn = (await standIns()).get(assigneeId);
      if (standIn && !evenIfAway) throw new AssigneeAway(assignee.name, standIn);
      const { status = appeal.status } = started(appeal, actor);
      const history = { status, at: clocks.now(), by: actor.id, assigneeId };
      return apply(appeal, actor, 'assign', { assigneeId, status, history });
    },

    async forward(number, departmentId, actor) {
      const appeal = await writable(number, actor);
      const departments = await store.departments();
      if (!departments.some(({ id, isArchived }) => id === departmentId && !isArchived))
        throw invalid('department', 'Такого підрозділу немає. Оберіть зі списку.');
      return apply(appeal, actor, 'forward', {
        departmentId,
        history: { status: appeal.status, at: clocks.now(), by: actor.id, departmentId },
      });
    },
  };

  function started(appeal: Appeal, actor: Actor): AppealChange {
    if (appeal.status !== 'received' && appeal.status !== 'registered') return {};
    return { status: 'in-progress', history: { status: 'in-progress', at: clocks.now(), by: actor.id } };
  }
}

/** An appeal given to somebody who does not see it would be nobody's. @throws {Refusal} */
function assigneeFor({ departmentId }: Appeal, colleague: Actor | undefined): Actor {
  if (!colleague || !can(colleague, 'appeals.write'))
    throw invalid('assignee', 'Такого працівника немає. Оберіть зі списку.');
  if (!isConcernedWith(colleague, departmentId))
    throw conflict(
      'assignee-elsewhere',
      `${colleague.name} не бачить звернень цього підрозділу. Оберіть іншого працівника або спершу передайте звернення до його підрозділу.`,
    );
  return colleague;
}
