import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import { addDays, localDay, localMoment } from '../../lib/city-time.js';
import type { Clocks } from '../../lib/clocks.js';
import type { AppealCount, DailyCountStore, DayCounts, DayFacts } from './store.js';

/** Days that are kept up to date, and shown: today is the last one. */
export const DAYS_SHOWN = 30;

/** Receipts and late answers of messengers still change a day; after this many days it is left as it is. */
const SETTLED_AFTER_DAYS = 2;

/** What a city looks at every morning: how its days went. */
export interface DailyCounts {
  /** Counts the days that may have changed since they were counted; stops between two days when the service does. */
  recount(): Promise<void>;
  /** The last {@link DAYS_SHOWN} days that are counted, oldest first. */
  lastDays(): Promise<readonly DayCounts[]>;
}

export interface DailyCountsDeps {
  readonly store: DailyCountStore;
  readonly facts: DayFacts;
  readonly clocks: Pick<Clocks, 'now'>;
  readonly timeZone: string;
  readonly stopping: AbortSignal;
}

/**
 * Pages must not count a hundred thousand rows each time they are opened, so the crontab does it and keeps one small
 * row a day. Everything in it can be counted again from what it counts.
 */
export function createDailyCounts(deps: DailyCountsDeps): DailyCounts {
  const { store, facts, clocks, timeZone, stopping } = deps;
  const shown = () => {
    const today = localDay(clocks.now(), timeZone);
    return { first: addDays(today, 1 - DAYS_SHOWN), today };
  };

  return {
    async recount() {
      const { first, today } = shown();
      const known = new Map((await store.between(first, today)).map((row) => [row.day, row]));
      // The newest first: they are looked at most.
      for (let day = today; day >= first && !stopping.aborted; day = addDays(day, -1))
        if (!isSettled(known.get(day))) await store.keep(await count(day));
    },

    lastDays() {
      const { first, today } = shown();
      return store.between(first, today);
    },
  };

  function isSettled(row: DayCounts | undefined): boolean {
    return row !== undefined && localDay(row.countedAt, timeZone) > addDays(row.day, SETTLED_AFTER_DAYS);
  }

  async function count(day: string): Promise<DayCounts> {
    const countedAt = clocks.now();
    const midnight = { hour: 0, minute: 0 };
    const bounds = {
      from: localMoment(day, midnight, timeZone),
      until: localMoment(addDays(day, 1), midnight, timeZone),
    };
    const [subscribers, deliveries, appeals] = await Promise.all([
      Promise.all(CHANNEL_IDS.map((channel) => facts.subscribersAt(channel, bounds.until))),
      facts.deliveriesOf(bounds),
      facts.appealsOf(bounds),
    ]);
    return { day, subscribers: byChannel(subscribers), deliveries, appeals, countedAt };
  }
}

/** How many of them concern somebody limited to departments; everybody's without a limit. */
export function countConcerning(
  appeals: readonly AppealCount[],
  departmentIds: readonly string[] | undefined,
): readonly AppealCount[] {
  return departmentIds === undefined
    ? appeals
    : appeals.filter(({ departmentId }) => departmentIds.includes(departmentId));
}

function byChannel(counts: readonly number[]): Readonly<Record<ChannelId, number>> {
  const [telegram = 0, viber = 0] = counts;
  return { telegram, viber };
}
