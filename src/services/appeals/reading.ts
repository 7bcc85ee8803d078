import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import type { AppealStore } from './store.js';

/** Looking at appeals: the queue, its counts, one appeal. */
export function readingAppeals(
  {
    store,
    clocks,
  }: Pick<DeskDeps, 'clocks'> & {
    readonly store: Pick<AppealStore, 'list' | 'count' | 'countUpTo' | 'departments'>;
  },
  { found, one, pages }: Desk,
): Pick<Appeals, 'list' | 'count' | 'countUpTo' | 'get' | 'departments'> {
  return {
    async list(request, viewer) {
      const page = await store.list({ ...request, within: viewer.departmentIds, now: clocks.now() });
      return { items: await pages(page.items), nextCursor: page.nextCursor };
    },

    count: (filter, viewer) => store.count({ ...filter, within: viewer.departmentIds, now: clocks.now() }),

    countUpTo: (filter, max, viewer) =>
      store.countUpTo({ ...filter, within: viewer.departmentIds, now: clocks.now() }, max),

    get: async (number, viewer) => one(await found(number, viewer)),

    departments: async () => (await store.departments()).filter(({ isArchived }) => !isArchived),
  };
}
