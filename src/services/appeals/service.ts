import type { Appeal } from '../../domain/appeal.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can, isConcernedWith } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Audit } from '../audit/audit.js';
import { type Answers, answerKey } from './answers.js';
import { type AppealPagesDeps, createAppealPages } from './appeal-pages.js';
import type { AppealPage, Appeals } from './appeals.js';
import type { AppealChange, AppealStore } from './store.js';

export interface AppealsDeps extends AppealPagesDeps {
  readonly store: AppealStore;
  readonly answers: Answers;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly randomId: () => string;
}

/** What staff do with appeals. */
export function createAppeals(deps: AppealsDeps): Appeals {
  const { store, clocks } = deps;
  const { one, pages } = createAppealPages(deps);

  return {
    async list(request, viewer) {
      const page = await store.list({ ...request, within: viewer.departmentIds, now: clocks.now() });
      return { items: await pages(page.items), nextCursor: page.nextCursor };
    },

    count: (filter, viewer) => store.count({ ...filter, within: viewer.departmentIds, now: clocks.now() }),

    get: async (number, viewer) => one(await found(number, viewer)),

    async take(number, actor) {
      const appeal = await writable(number, actor);
      if (appeal.assigneeId === actor.id) return one(appeal);
      if (appeal.assigneeId !== undefined) throw takenByOther();
      return apply(appeal, actor, 'take', { assigneeId: actor.id, ...started(appeal, actor) }, actor.id);
    },

    async assign(number, assigneeId, actor) {
      const appeal = await writable(number, actor);
      const names = await deps.namesOf([assigneeId]);
      if (!names.has(assigneeId))
        throw new Refusal('invalid', 'appeal.assignee', 'Такого працівника немає. Оберіть зі списку.');
      return apply(appeal, actor, 'assign', { assigneeId, ...started(appeal, actor) });
    },

    async reply(number, { text, files, requestId }, actor) {
      const appeal = await writable(number, actor);
      const id = requestId ?? deps.randomId();
      const repeated = appeal.messages.find((message) => message.id === id);
      if (repeated) {
        // The first try may have died between storing and queueing; queueing twice sends once.
        await deps.answers.queue(appeal, repeated);
        return one(appeal);
      }
      if (appeal.status === 'withdrawn') throw conflict('withdrawn', 'Заявник відкликав це звернення.');
      const untaken = appeal.assigneeId === undefined;
      const mayStepIn = actor.roles.some((role) => role === 'administrator' || role === 'head');
      if (!untaken && appeal.assigneeId !== actor.id && !mayStepIn) throw takenByOther();
      const at = clocks.now();
      const message = {
        id,
        from: 'staff',
        authorId: actor.id,
        text,
        files,
        at,
        outboxKey: answerKey(number, id),
      } as const;
      const answered = await apply(
        appeal,
        actor,
        'reply',
        {
          ...(untaken ? { assigneeId: actor.id } : {}),
          status: 'answered',
          message,
          history: { status: 'answered', at, by: actor.id },
        },
        untaken ? actor.id : undefined,
      );
      await deps.answers.queue(answered.appeal, message);
      return one(await found(number, actor));
    },

    async note(number, text, actor) {
      const appeal = await writable(number, actor);
      const note = { id: deps.randomId(), authorId: actor.id, text, at: clocks.now() };
      return apply(appeal, actor, 'note', { note });
    },

    async forward(number, departmentId, actor) {
      const appeal = await writable(number, actor);
      const departments = await store.departments();
      if (!departments.some(({ id }) => id === departmentId))
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

    departments: () => store.departments(),
  };

  async function found(number: string, viewer: Actor): Promise<Appeal> {
    const appeal = await store.get(number);
    if (!appeal || !isConcernedWith(viewer, appeal.departmentId))
      throw new Refusal('notFound', 'appeal.unknown', 'Такого звернення немає.');
    return appeal;
  }

  async function writable(number: string, actor: Actor): Promise<Appeal> {
    if (!can(actor, 'appeals.write'))
      throw new Refusal('forbidden', 'role', 'Ваша роль не дозволяє працювати зі зверненнями.');
    return found(number, actor);
  }

  async function apply(
    before: Appeal,
    actor: Actor,
    action: string,
    change: AppealChange,
    whenFreeFor?: string,
  ): Promise<AppealPage> {
    const after = await store.change(before.number, change, { whenFreeFor });
    if (!after) throw new Refusal('notFound', 'appeal.unknown', 'Такого звернення немає.');
    if (whenFreeFor !== undefined && after.assigneeId !== whenFreeFor) throw takenByOther();
    const state = ({ status, assigneeId, departmentId }: Appeal) => ({ status, assigneeId, departmentId });
    await deps.audit.record({
      actor,
      action: `appeal.${action}`,
      subject: before.number,
      before: state(before),
      after: state(after),
    });
    return one(after);
  }

  function started(appeal: Appeal, actor: Actor): AppealChange {
    if (appeal.status !== 'received' && appeal.status !== 'registered') return {};
    return { status: 'in-progress', history: { status: 'in-progress', at: clocks.now(), by: actor.id } };
  }
}

function conflict(code: string, message: string): Refusal {
  return new Refusal('conflict', `appeal.${code}`, message);
}

function takenByOther(): Refusal {
  return conflict('taken', 'Це звернення вже взяв інший працівник. Попросіть передати його вам.');
}
