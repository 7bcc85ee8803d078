import type { Appeal } from '../../domain/appeal.js';
import { Refusal } from '../../domain/refusal.js';
import { type Actor, can, isConcernedWith } from '../../domain/role.js';
import type { Clocks } from '../../lib/clocks.js';
import type { Audit } from '../audit/audit.js';
import type { Answers } from './answers.js';
import { type AppealPagesDeps, createAppealPages } from './appeal-pages.js';
import type { AppealPage } from './appeals.js';
import { takenByOther } from './refusals.js';
import type { AppealChange, AppealStore } from './store.js';

export interface DeskDeps extends AppealPagesDeps {
  readonly store: AppealStore;
  readonly answers: Pick<Answers, 'queue'>;
  /** Whoever an appeal may be given to; undefined: nobody who works here */
  readonly colleague: (id: string) => Promise<Actor | undefined>;
  readonly audit: Audit;
  readonly clocks: Clocks;
  readonly randomId: () => string;
}

/** What every action on an appeal begins and ends with. */
export interface Desk extends ReturnType<typeof createAppealPages> {
  /** @throws {Refusal} notFound, also for an appeal that is not the viewer's business */
  found(number: string, viewer: Actor): Promise<Appeal>;
  /** @throws {Refusal} forbidden, notFound */
  writable(number: string, actor: Actor): Promise<Appeal>;
  /**
   * Writes a change and its line of the audit.
   *
   * @param action what the audit calls it, after `appeal.`
   * @param whenFreeFor the change happens only while nobody else has taken the appeal
   * @throws {Refusal} conflict when somebody else has
   */
  apply(
    before: Appeal,
    actor: Actor,
    action: string,
    change: AppealChange,
    whenFreeFor?: string,
  ): Promise<AppealPage>;
}

/** The desk that the use cases of appeals share. */
export function createDesk(deps: DeskDeps): Desk {
  const { store, audit } = deps;
  const pages = createAppealPages(deps);
  return {
    ...pages,
    found,

    async writable(number, actor) {
      if (!can(actor, 'appeals.write'))
        throw new Refusal('forbidden', 'role', 'Ваша роль не дозволяє працювати зі зверненнями.');
      return found(number, actor);
    },

    async apply(before, actor, action, change, whenFreeFor) {
      const after = await store.change(before.number, change, { whenFreeFor });
      if (!after) throw unknownAppeal();
      if (whenFreeFor !== undefined && after.assigneeId !== whenFreeFor) throw takenByOther();
      await audit.record({
        actor,
        action: `appeal.${action}`,
        subject: before.number,
        before: auditedState(before),
        after: auditedState(after),
      });
      return pages.one(after);
    },
  };

  async function found(number: string, viewer: Actor): Promise<Appeal> {
    const appeal = await store.get(number);
    if (!appeal || !isConcernedWith(viewer, appeal.departmentId)) throw unknownAppeal();
    return appeal;
  }
}

function auditedState({ status, assigneeId, departmentId }: Appeal) {
  return { status, assigneeId, departmentId };
}

function unknownAppeal(): Refusal {
  return new Refusal('notFound', 'appeal.unknown', 'Такого звернення немає.');
}
