import { workOf } from '../../domain/absence.js';
import type { Appeal } from '../../domain/appeal.js';
import type { Actor } from '../../domain/role.js';
import type { AppealFilter, Appeals } from './appeals.js';
import type { Desk, DeskDeps } from './desk.js';
import type { AppealView, StoredFilter } from './store.js';
import { isVisibleTo, seesLimited } from './visibility.js';

/** Looking at appeals: the queue, its counts, one appeal and those beside it. */
export function readingAppeals(
  { store, clocks, standIns }: Pick<DeskDeps, 'store' | 'clocks' | 'standIns'>,
  { found, one, pages }: Desk,
): Pick<
  Appeals,
  'list' | 'count' | 'countUpTo' | 'get' | 'ofNumbers' | 'beside' | 'escalated' | 'departments'
> {
  return {
    async list(request, viewer) {
      const page = await store.list(await asked(request, viewer));
      return { items: await pages(page.items), nextCursor: page.nextCursor };
    },

    count: async (filter, viewer) => store.count(await asked(filter, viewer)),

    countUpTo: async (filter, max, viewer) => store.countUpTo(await asked(filter, viewer), max),

    get: async (number, viewer) => one(await found(number, viewer)),

    async ofNumbers(numbers, viewer) {
      const known = await store.ofNumbers(numbers);
      return pages(known.filter((appeal) => isVisibleTo(viewer, appeal)));
    },

    async beside(number, viewer) {
      const appeal = await found(number, viewer);
      const { subscriberId, door, mergedInto: leader = number } = appeal;
      const [ofPerson, followers, leading] = await Promise.all([
        // Whoever wrote anonymously must not be known by what they signed, nor the other way round.
        door === 'anonymous' || subscriberId === undefined ? [] : store.ofSubscriber(subscriberId),
        store.mergedInto(leader),
        leader === number ? undefined : store.get(leader),
      ]);
      const isShown = (other: typeof appeal) => other.number !== number && isVisibleTo(viewer, other);
      return {
        ofCitizen: ofPerson.filter((other) => isShown(other) && other.door !== 'anonymous'),
        joined: await pages([...(leading ? [leading] : []), ...followers].filter(isShown)),
      };
    },

    async escalated(viewer) {
      const told = await store.escalatedTo(workOf(viewer.id, await standIns()));
      // The sandbox's calendar may have been turned back since.
      const isTold = ({ escalation }: Appeal) => escalation !== undefined && escalation.at <= clocks.now();
      return pages(told.filter((appeal) => isVisibleTo(viewer, appeal) && isTold(appeal)));
    },

    departments: async () => (await store.departments()).filter(({ isArchived }) => !isArchived),
  };

  async function asked<Filter extends AppealFilter>(
    { workOf: worker, ...filter }: Filter,
    viewer: Actor,
  ): Promise<Omit<Filter, 'workOf'> & StoredFilter & AppealView> {
    const heldBy = worker === undefined ? undefined : workOf(worker, await standIns());
    return {
      ...filter,
      heldBy,
      within: viewer.departmentIds,
      now: clocks.now(),
      withoutLimited: !seesLimited(viewer),
    };
  }
}
