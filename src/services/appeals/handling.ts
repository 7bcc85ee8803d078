import { Refusal } from '../../domain/refusal.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import { conflict } from './refusals.js';

/** What happens to an appeal inside the office: notes, another department, its end. */
export function handlingAppeals(
  { store, clocks, randomId }: Pick<DeskDeps, 'store' | 'clocks' | 'randomId'>,
  { writable, apply, one }: Desk,
): Pick<Appeals, 'note' | 'forward' | 'close'> {
  return {
    async note(number, text, actor) {
      const appeal = await writable(number, actor);
      const note = { id: randomId(), authorId: actor.id, text, at: clocks.now() };
      return apply(appeal, actor, 'note', { note });
    },

    async forward(number, departmentId, actor) {
      const appeal = await writable(number, actor);
      const departments = await store.departments();
      if (!departments.some(({ id, isArchived }) => id === departmentId && !isArchived))
        throw new Refusal('invalid', 'appeal.department', 'Такого підрозділу немає. Оберіть зі списку.');
      return apply(appeal, actor, 'forward', {
        departmentId,
        history: { status: appeal.status, at: clocks.now(), by: actor.id, departmentId },
      });
    },

    async close(number, resolution, actor) {
      const appeal = await writable(number, actor);
      if (appeal.status === 'closed') return one(appeal);
      const answered = appeal.messages.some(({ from }) => from === 'staff');
      if (!answered && appeal.door !== 'anonymous')
        throw conflict('unanswered', 'Спершу надішліть заявникові відповідь: цього вимагає закон.');
      return apply(appeal, actor, 'close', {
        status: 'closed',
        history: { status: 'closed', at: clocks.now(), by: actor.id, reason: resolution },
      });
    },
  };
}
