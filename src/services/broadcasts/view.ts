import {
  addressedChannels,
  type Broadcast,
  type BroadcastStatus,
  isPlanned,
  subjectId,
} from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import { type Departure, departureOf } from '../../domain/departure.js';
import type { Locale } from '../../domain/locale.js';
import type { Clocks } from '../../lib/clocks.js';
import { groupBy } from '../../lib/group-by.js';
import type { Channel } from '../outbox/channel.js';
import type { PriceMonth, ViberPrice } from '../viber-price/viber-price.js';
import { amendmentNotes } from './amendment-notes.js';
import { appearanceOf } from './appearance.js';
import type { Audience } from './audience.js';
import type { AmendmentView, BroadcastView, ChannelSilence } from './broadcasts.js';
import { type createCounts, NO_ROWS } from './counts.js';
import type { BroadcastRules, ReadRules } from './rules.js';
import type { BroadcastChannelCounts, BroadcastStore } from './store.js';

/** Statuses in which a broadcast has still to leave, or goes on leaving. */
const LEAVING: readonly BroadcastStatus[] = ['draft', 'approved', 'scheduled', 'sending'];

export interface ViewDeps {
  readonly audience: Pick<Audience, 'count'>;
  readonly channels: readonly Channel[];
  /** Until when a messenger is written nothing, by the real clock; undefined when it has never asked for that */
  readonly silentUntil: (channel: ChannelId) => Promise<Date | undefined>;
  readonly store: Pick<BroadcastStore, 'amendmentsOf'>;
  readonly contentIn: (broadcast: Broadcast, channel: ChannelId, locale: Locale) => OutgoingContent;
  readonly counts: ReturnType<typeof createCounts>;
  readonly rules: ReadRules;
  readonly viberPrice: Pick<ViberPrice, 'month' | 'ofBroadcast'>;
  readonly clocks: Clocks;
}

export type ViewOf = (broadcast: Broadcast) => Promise<BroadcastView>;

/** What all views of one page are made with. */
interface Current {
  readonly tallies: ReadonlyMap<string, BroadcastChannelCounts>;
  readonly rules: BroadcastRules;
  readonly priceMonth: PriceMonth | undefined;
  readonly silences: readonly ChannelSilence[];
}

/** Broadcasts with what is counted, rendered and foreseen for them at the moment. */
export function createViews(deps: ViewDeps) {
  const { store, audience, channels, contentIn, counts, rules, viberPrice, clocks } = deps;
  return {
    async viewOf(broadcast: Broadcast) {
      const [amendments, now] = await related([broadcast]);
      return view(broadcast, amendments, now);
    },
    async viewsOf(broadcasts: readonly Broadcast[]) {
      const [amendments, now] = await related(broadcasts);
      const byFirst = groupBy(amendments, subjectId);
      return Promise.all(broadcasts.map((one) => view(one, byFirst.get(one.id) ?? [], now)));
    },
  };

  async function related(broadcasts: readonly Broadcast[]): Promise<[readonly Broadcast[], Current]> {
    const amendments = await store.amendmentsOf(broadcasts.map(({ id }) => id));
    return [amendments, await current([...broadcasts, ...amendments])];
  }

  async function current(broadcasts: readonly Broadcast[]): Promise<Current> {
    const [tallies, now, priceMonth, silences] = await Promise.all([
      counts.of(broadcasts),
      rules(),
      viberPrice.month(),
      Promise.all(channels.map(({ id }) => silencesOf(id))),
    ]);
    return { tallies, rules: now, priceMonth, silences: silences.flat() };
  }

  async function silencesOf(channel: ChannelId): Promise<ChannelSilence[]> {
    const until = await deps.silentUntil(channel);
    return until && until > clocks.real() ? [{ channel, until: inCity(until) }] : [];
  }

  async function view(
    broadcast: Broadcast,
    amendments: readonly Broadcast[],
    now: Current,
  ): Promise<BroadcastView> {
    const tallied = now.tallies.get(broadcast.id) ?? NO_ROWS;
    const chosen = isPlanned(broadcast) ? undefined : await audience.count(broadcast.audience);
    const size = chosen ?? {
      telegram: tallied.channels.telegram.total,
      viber: tallied.channels.viber.total,
    };
    const appearance = appearanceOf(broadcast, (channel) => contentIn(broadcast, channel, 'uk'), channels);
    const viber = appearance.previews.find(({ channel }) => channel === 'viber');
    const inViber = { people: size.viber, messagesEach: viber?.messages.length ?? 0 };
    return {
      ...broadcast,
      audienceSize: { total: size.telegram + size.viber, ...size },
      departure: LEAVING.includes(broadcast.status) ? departure(broadcast, now.rules) : undefined,
      silences: broadcast.status === 'sending' ? now.silences.filter(isAddressed(broadcast)) : [],
      ...appearance,
      ...tallied,
      viberPrice: await viberPrice.ofBroadcast(broadcast, inViber, now.priceMonth),
      amendments: amendments.flatMap((amendment) => amendmentView(amendment, now)),
    };
  }

  function amendmentView(amendment: Broadcast, { tallies }: Current): AmendmentView[] {
    const { amends } = amendment;
    if (!amends) return [];
    const notes = amendmentNotes(amends, amendment.audience);
    return [{ ...amendment, amends, notes, ...(tallies.get(amendment.id) ?? NO_ROWS) }];
  }

  function departure(broadcast: Broadcast, { hours, timeZone }: BroadcastRules): Departure {
    const { status, undoUntil } = broadcast;
    const undo = status === 'approved' && undoUntil ? inCity(undoUntil) : undefined;
    return departureOf(broadcast, clocks.now(), undo, hours, timeZone);
  }

  /** A moment of the real clock as it stands on a page beside times of the city's. */
  function inCity(at: Date): Date {
    return new Date(at.getTime() - clocks.real().getTime() + clocks.now().getTime());
  }
}

function isAddressed(broadcast: Broadcast) {
  const addressed = addressedChannels(broadcast.audience);
  return ({ channel }: ChannelSilence): boolean => addressed.includes(channel);
}
