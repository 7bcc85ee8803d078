import type { Broadcast } from '../../domain/broadcast.js';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import type { Clocks } from '../../lib/clocks.js';
import { groupBy } from '../../lib/group-by.js';
import type { AudienceMember, SubscriberStore } from '../subscriptions/store.js';
import type { BroadcastStore, PlannedDelivery, Planning } from './store.js';

/** People planned with one insert; a multiple of Viber's 300. */
const PAGE = 1_200;
/** Pages of one turn, about a second's work: an alert must not wait until a whole city is planned. */
const PAGES_PER_TURN = 10;

export interface PlannerDeps {
  readonly store: Pick<BroadcastStore, 'planning' | 'savePlanning' | 'addDeliveries'>;
  readonly subscribers: Pick<SubscriberStore, 'audiencePage'>;
  /** How many people one request of a messenger can reach */
  readonly addressesPerRequest: (channel: ChannelId) => number;
  readonly clocks: Clocks;
}

export interface Planner {
  /**
   * Writes rows of a broadcast, page by page, and remembers how far it came: planning again adds nothing,
   * and memory stays flat whatever the audience. One call is one turn; others' broadcasts come in between.
   * @param onPage called when rows were added
   * @returns whether everybody is planned; if not, there is more to do at once
   */
  plan(broadcast: Broadcast, signal: AbortSignal, onPage: () => void): Promise<boolean>;
}

/** Plans deliveries: one row for each subscriber whom the rule chooses when planning starts. */
export function createPlanner({ store, subscribers, addressesPerRequest, clocks }: PlannerDeps): Planner {
  return {
    async plan(broadcast, signal, onPage) {
      // `createdAt` of a person is the real clock's: so is the line between in and out.
      let planning: Planning = (await store.planning(broadcast.id)) ?? {
        audienceAt: clocks.real(),
        after: {},
        done: false,
      };
      if (planning.done) return true;
      let pagesLeft = PAGES_PER_TURN;
      for (const channel of CHANNEL_IDS) {
        for (;;) {
          if (signal.aborted || pagesLeft === 0) return false;
          pagesLeft -= 1;
          const after = planning.after[channel];
          const page = await subscribers.audiencePage(
            broadcast.audience,
            channel,
            after,
            planning.audienceAt,
            PAGE,
          );
          await store.addDeliveries(broadcast.id, rowsOf(page, channel, after ?? ''));
          const last = page.at(-1);
          if (last) planning = { ...planning, after: { ...planning.after, [channel]: last.id } };
          await store.savePlanning(broadcast.id, planning);
          if (page.length > 0) onPage();
          if (page.length < PAGE) break;
        }
      }
      await store.savePlanning(broadcast.id, { ...planning, done: true });
      return true;
    },
  };

  function rowsOf(page: readonly AudienceMember[], channel: ChannelId, after: string): PlannedDelivery[] {
    const size = addressesPerRequest(channel);
    const dueAt = clocks.real();
    if (size === 1) return page.map((member) => ({ ...member, channel, dueAt, batch: undefined }));
    return [...groupBy(page, (member) => member.locale)].flatMap(([locale, members]) =>
      members.map((member, index) => ({
        ...member,
        channel,
        dueAt,
        batch: `${channel}:${after}:${locale}:${Math.floor(index / size)}`,
      })),
    );
  }
}
