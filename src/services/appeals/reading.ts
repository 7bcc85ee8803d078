import { isConcernedWith } from '../../domain/role.js';
import type { Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';

/** Looking at appeals: the queue, its counts, one appeal and those beside it. */
export function readingAppeals(
  { store, clocks }: Pick<DeskDeps, 'store' | 'clocks'>,
  { found, one, pages }: Desk,
): Pick<Appeals, 'list' | 'count' | 'countUpTo' | 'get' | 'beside' | 'departments'> {
  return {
    async list(request, viewer) {
      const page = await store.list({ ...request, within: viewer.departmentIds, now: clocks.now() });
      return { items: await pages(page.items), nextCursor: page.nextCursor };
    },

    count: (filter, viewer) => store.count({ ...filter, within: viewer.departmentIds, now: clocks.now() }),

    countUpTo: (filter, max, viewer) =>
      store.countUpTo({ ...filter, within: viewer.departmentIds, now: clocks.now() }, max),

    get: async (number, viewer) => one(await found(number, viewer)),

    async beside(number, viewer) {
      const appeal = await found(number, viewer);
      const { subscriberId, door, mergedInto: leader = number } = appeal;
      const [ofPerson, followers, leading] = await Promise.all([
        // Whoever wrote anonymously must not be known by what they signed, nor the other way round.
        door === 'anonymous' || subscriberId === undefined ? [] : store.ofSubscriber(subscriberId),
        store.mergedInto(leader),
        leader === number ? undefined : store.get(leader),
      ]);
      const isShown = (other: typeof appeal) =>
        other.number !== number && isConcernedWith(viewer, other.departmentId);
      return {
        ofCitizen: ofPerson.filter((other) => isShown(other) && other.door !== 'anonymous'),
        joined: [...(leading ? [leading] : []), ...followers].filter(isShown),
      };
    },

    departments: async () => (await store.departments()).filter(({ isArchived }) => !isArchived),
  };
}
