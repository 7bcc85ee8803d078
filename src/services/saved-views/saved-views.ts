import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';

export const VIEW_NAME_MAX = 60;
/** Of one person: more would be a second queue to look through. */
const VIEWS_MAX = 12;

/** The queue as somebody likes to see it, under a name of their own. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** What the queue's address asks for, e.g. `{ view: 'mine', topic: 'roads' }` */
  readonly query: Readonly<Record<string, string>>;
}

export interface SavedViewStore {
  /** In the order they were saved, at most `limit` */
  listOf(staffId: string, limit: number): Promise<readonly SavedView[]>;
  /** A view of the same name is replaced. */
  save(staffId: string, view: Omit<SavedView, 'id'>): Promise<void>;
  /** @returns whether the person had it */
  remove(staffId: string, id: string): Promise<boolean>;
}

/** Views of the queue that each person keeps for themselves. */
export interface SavedViews {
  listOf(staffId: string): Promise<readonly SavedView[]>;
  /** @throws {Refusal} invalid name; conflict when there are too many */
  save(view: Omit<SavedView, 'id'>, actor: Actor): Promise<void>;
  /** @throws {Refusal} notFound, also for another person's */
  remove(id: string, actor: Actor): Promise<void>;
}

export function createSavedViews({
  store,
  audit,
}: {
  readonly store: SavedViewStore;
  readonly audit: Audit;
}): SavedViews {
  return {
    listOf: (staffId) => store.listOf(staffId, VIEWS_MAX),

    async save({ name, query }, actor) {
      const short = name.trim();
      if (short === '' || short.length > VIEW_NAME_MAX)
        throw new Refusal('invalid', 'view.name', `Дайте вибірці назву, до ${VIEW_NAME_MAX} знаків.`);
      const kept = await store.listOf(actor.id, VIEWS_MAX);
      if (kept.length >= VIEWS_MAX && !kept.some((view) => view.name === short))
        throw new Refusal('conflict', 'view.too-many', `Вибірок уже ${VIEWS_MAX}. Спершу приберіть котрусь.`);
      await store.save(actor.id, { name: short, query });
      await audit.record({ actor, action: 'view.save', subject: actor.id, after: query });
    },

    async remove(id, actor) {
      if (!(await store.remove(actor.id, id)))
        throw new Refusal('notFound', 'view.unknown', 'Такої вибірки вже немає.');
      await audit.record({ actor, action: 'view.remove', subject: id });
    },
  };
}
