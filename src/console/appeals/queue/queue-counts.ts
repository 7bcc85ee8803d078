import type { Actor } from '../../../domain/role.js';
import type { Appeals } from '../../../services/appeals/appeals.js';
import type { SavedView } from '../../../services/saved-views/saved-views.js';
import type { ConsoleParts } from '../../parts.js';
import { parseQueueFilter, QUEUE_VIEWS, type QueueView, toAppealFilter } from './queue-filter.js';

const NO_FILTER = { department: '', topic: '', channel: '', status: '', q: '' } as const;

/** How many appeals stand in each ready-made view, told by indexes alone. @param today its end in the city's time */
export async function countViews(
  appeals: Pick<Appeals, 'count'>,
  viewer: Actor,
  today: Date,
): Promise<ReadonlyMap<QueueView, number>> {
  const counted = QUEUE_VIEWS.map(
    async (view) =>
      [view, await appeals.count(toAppealFilter({ ...NO_FILTER, view }, viewer.id, today), viewer)] as const,
  );
  return new Map(await Promise.all(counted));
}

/** A saved view may ask for anything: it is counted no further. */
export const SAVED_COUNT_MAX = 100;

export interface CountedView {
  readonly view: SavedView;
  /** At most `SAVED_COUNT_MAX` */
  readonly count: number;
}

/** The viewer's own views, each with how many appeals stand in it. */
export async function countSaved(
  { appeals, savedViews }: Pick<ConsoleParts, 'appeals' | 'savedViews'>,
  viewer: Actor,
  today: Date,
): Promise<readonly CountedView[]> {
  const views = await savedViews.listOf(viewer.id);
  return Promise.all(
    views.map(async (view) => {
      const filter = toAppealFilter(parseQueueFilter(view.query), viewer.id, today);
      return { view, count: await appeals.countUpTo(filter, SAVED_COUNT_MAX, viewer) };
    }),
  );
}
