import { Refusal } from '../../domain/refusal.js';
import { type Actor, can } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import {
  DEPARTMENTS_MAX,
  type DepartmentCard,
  type DepartmentStore,
  type Departments,
} from './departments.js';

export interface DepartmentsDeps {
  readonly store: DepartmentStore;
  /** Whether the department has an appeal, or an open one */
  readonly hasAppeals: (departmentId: string, isOpen: boolean) => Promise<boolean>;
  readonly audit: Audit;
  readonly randomId: () => string;
}

/** The use cases of departments. */
export function createDepartments({ store, hasAppeals, audit, randomId }: DepartmentsDeps): Departments {
  return {
    list: async () => (await store.list()).toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived)),
    get: found,

    async save(id, input, actor) {
      assertMay(actor);
      if (id !== undefined) {
        const before = await found(id);
        return keep('change', { ...before, ...input }, actor, before);
      }
      if ((await store.list()).length >= DEPARTMENTS_MAX)
        throw conflict('too-many', `Підрозділів може бути не більше ніж ${DEPARTMENTS_MAX}.`);
      return keep('add', { ...input, id: randomId(), isArchived: false }, actor);
    },

    async archive(id, actor) {
      assertMay(actor);
      const before = await found(id);
      await assertNotLast(id);
      if (await hasAppeals(id, true))
        throw conflict('open-appeals', 'У підрозділу є відкриті звернення. Спершу передайте їх іншому.');
      // Nobody is asked in vain: what it answered for goes to the first department until somebody else takes it.
      await keep('archive', { ...before, isArchived: true, categories: [] }, actor, before);
    },

    async restore(id, actor) {
      assertMay(actor);
      const before = await found(id);
      await keep('restore', { ...before, isArchived: false }, actor, before);
    },

    async remove(id, actor) {
      assertMay(actor);
      const before = await found(id);
      await assertNotLast(id);
      if (await hasAppeals(id, false))
        throw conflict('has-appeals', 'Підрозділ уже мав звернення: його можна лише прибрати в архів.');
      await store.remove(id);
      await audit.record({ actor, action: 'department.remove', subject: id, before });
    },
  };

  async function found(id: string): Promise<DepartmentCard> {
    const department = (await store.list()).find((one) => one.id === id);
    if (!department) throw new Refusal('notFound', 'department.unknown', 'Такого підрозділу немає.');
    return department;
  }

  async function assertNotLast(id: string): Promise<void> {
    const others = (await store.list()).filter((one) => one.id !== id && !one.isArchived);
    if (others.length === 0)
      throw conflict(
        'last',
        'Це останній підрозділ: звернення мають комусь надходити. Спершу додайте інший.',
      );
  }

  async function keep(action: string, after: DepartmentCard, actor: Actor, before?: DepartmentCard) {
    await store.put(after);
    await audit.record({
      actor,
      action: `department.${action}`,
      subject: after.id,
      ...(before && { before }),
      after,
    });
    return after;
  }
}

function assertMay(actor: Actor): void {
  if (!can(actor, 'settings.write'))
    throw new Refusal('forbidden', 'role', 'Підрозділи змінюють керівник та адміністратор.');
}

function conflict(code: string, message: string): Refusal {
  return new Refusal('conflict', `department.${code}`, message);
}
