import type { Broadcast } from '../../domain/broadcast.js';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { BroadcastStore, Planning } from './store.js';

/** People planned with one insert; a multiple of Viber's 300. */
export const PLANNING_PAGE = 1_200;
/** Pages of one turn, about a second's work: an alert must not wait until a whole city is planned. */
const PAGES_PER_TURN = 10;

export interface Planner {
  /**
   * Writes rows of a broadcast, page by page, and remembers how far it came: planning again adds nothing,
   * and memory stays flat whatever the audience. One call is one turn; others' broadcasts come in between.
   * @param onPage called when rows were added
   * @returns whether everybody is planned; if not, there is more to do at once
   */
  plan(broadcast: Broadcast, signal: AbortSignal, onPage: () => void): Promise<boolean>;
}

/** Whose rows were written. */
export interface PlannedPage {
  readonly count: number;
  /** The last person looked at */
  readonly reached: string | undefined;
  /** Nobody comes after them */
  readonly isLast: boolean;
}

export interface PlanningTurnsDeps {
  readonly store: Pick<BroadcastStore, 'planning' | 'savePlanning'>;
  readonly real: () => Date;
  /** Before the first page; once more after a crash */
  readonly onBegin?: ((broadcast: Broadcast) => Promise<void>) | undefined;
  /** Writes the rows of the people after those planned so far */
  readonly planPage: (broadcast: Broadcast, channel: ChannelId, before: Planning) => Promise<PlannedPage>;
  /** Once, when all pages are written */
  readonly planRest?: ((broadcast: Broadcast, planning: Planning) => Promise<void>) | undefined;
}

/** Plans in turns what one page after the other can plan. */
export function createPlanningTurns(deps: PlanningTurnsDeps): Planner {
  const { store, real, planPage, planRest } = deps;

  return {
    async plan(broadcast, signal, onPage) {
      let planning = (await store.planning(broadcast.id)) ?? (await begin(broadcast));
      if (planning.done) return true;
      let pagesLeft = PAGES_PER_TURN;
      for (const channel of CHANNEL_IDS)
        for (let isLast = false; !isLast; ) {
          if (signal.aborted || pagesLeft === 0) return false;
          pagesLeft -= 1;
          const page = await planPage(broadcast, channel, planning);
          planning = { ...planning, after: { ...planning.after, [channel]: page.reached } };
          await store.savePlanning(broadcast.id, planning);
          if (page.count > 0) onPage();
          ({ isLast } = page);
        }
      await planRest?.(broadcast, planning);
      await store.savePlanning(broadcast.id, { ...planning, done: true });
      return true;
    },
  };

  /** Draws the line between in and out, by the real clock: so is `createdAt` of a person. */
  async function begin(broadcast: Broadcast): Promise<Planning> {
    await deps.onBegin?.(broadcast);
    const planning = { audienceAt: real(), after: {}, done: false };
    await store.savePlanning(broadcast.id, planning);
    return planning;
  }
}
