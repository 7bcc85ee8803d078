import { type Broadcast, type BroadcastStatus, isPlanned, subjectId } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import { type Departure, departureOf } from '../../domain/departure.js';
import type { Locale } from '../../domain/locale.js';
import type { Clocks } from '../../lib/clocks.js';
import { groupBy } from '../../lib/group-by.js';
import type { Channel } from '../outbox/channel.js';
import { amendmentNotes } from './amendment-notes.js';
import { appearanceOf } from './appearance.js';
import type { Audience } from './audience.js';
import type { AmendmentView, BroadcastView } from './broadcasts.js';
import type { createCounts } from './counts.js';
import type { BroadcastRules, ReadRules } from './rules.js';
import type { BroadcastStore } from './store.js';

/** Statuses in which a broadcast has still to leave, or goes on leaving. */
const LEAVING: readonly BroadcastStatus[] = ['draft', 'approved', 'scheduled', 'sending'];

export interface ViewDeps {
  readonly audience: Pick<Audience, 'count'>;
  readonly channels: readonly Channel[];
  readonly store: Pick<BroadcastStore, 'amendmentsOf'>;
  readonly contentIn: (broadcast: Broadcast, channel: ChannelId, locale: Locale) => OutgoingContent;
  readonly counts: ReturnType<typeof createCounts>;
  readonly rules: ReadRules;
  readonly clocks: Clocks;
}

export type ViewOf = (broadcast: Broadcast) => Promise<BroadcastView>;

/** Broadcasts with what is counted, rendered and foreseen for them at the moment. */
export function createViews({ store, audience, channels, contentIn, counts, rules, clocks }: ViewDeps) {
  return {
    viewOf: async (broadcast: Broadcast) =>
      view(broadcast, await store.amendmentsOf([broadcast.id]), await rules()),
    async viewsOf(broadcasts: readonly Broadcast[]) {
      const [current, amendments] = await Promise.all([
        rules(),
        store.amendmentsOf(broadcasts.map(({ id }) => id)),
      ]);
      const byFirst = groupBy(amendments, subjectId);
      return Promise.all(broadcasts.map((one) => view(one, byFirst.get(one.id) ?? [], current)));
    },
  };

  async function view(
    broadcast: Broadcast,
    amendments: readonly Broadcast[],
    current: BroadcastRules,
  ): Promise<BroadcastView> {
    const [tallied, chosen] = await Promise.all([
      counts.of(broadcast),
      isPlanned(broadcast) ? undefined : audience.count(broadcast.audience),
    ]);
    const size = chosen ?? {
      telegram: tallied.channels.telegram.total,
      viber: tallied.channels.viber.total,
    };
    return {
      ...broadcast,
      audienceSize: { total: size.telegram + size.viber, ...size },
      departure: LEAVING.includes(broadcast.status) ? departure(broadcast, current) : undefined,
      ...appearanceOf(broadcast, (channel) => contentIn(broadcast, channel, 'uk'), channels),
      ...tallied,
      amendments: (await Promise.all(amendments.map(amendmentView))).flat(),
    };
  }

  async function amendmentView(amendment: Broadcast): Promise<AmendmentView[]> {
    const { amends } = amendment;
    if (!amends) return [];
    const notes = amendmentNotes(amends, amendment.audience);
    return [{ ...amendment, amends, notes, ...(await counts.of(amendment)) }];
  }

  function departure(broadcast: Broadcast, { hours, timeZone }: BroadcastRules): Departure {
    const now = clocks.now();
    const { status, undoUntil } = broadcast;
    // The undo window runs by the real clock; on the page it stands beside times of the city's.
    const undo =
      status === 'approved' && undoUntil
        ? new Date(undoUntil.getTime() - clocks.real().getTime() + now.getTime())
        : undefined;
    return departureOf(broadcast, now, undo, hours, timeZone);
  }
}
