import type { ChannelId } from '../../domain/channel-id.js';
import { Refusal } from '../../domain/refusal.js';
import { NO_ROWS } from './counts.js';
import type { DeliveryStore, HandedOver } from './delivery-store.js';
import type { LinkStore } from './links.js';
import type { BroadcastStore } from './store.js';

/** Ended broadcasts whose share is remembered. */
const REMEMBERED = 500;

/** What is known of a broadcast's result. The figures measure different things: none is a share of another. */
export interface Analytics {
  /** Taken by the messenger; that somebody saw it is not said */
  readonly accepted: Readonly<Record<ChannelId, number>>;
  /** Viber: reached a device */
  readonly delivered: number;
  /** Viber: the chat was opened since; an upper bound, for Viber does not tell which messages were read */
  readonly seen: number;
  /** Undefined while it is being sent */
  readonly handedOver: HandedOver | undefined;
  readonly links: readonly {
    readonly url: string;
    /** Openings, previews of messengers and robots among them */
    readonly clicks: number;
    readonly days: readonly { readonly day: string; readonly clicks: number }[];
  }[];
  /** People who left within 24 hours after this message, it being the last they got */
  readonly unsubscribed: number;
}

export interface AnalyticsDeps {
  readonly broadcasts: Pick<BroadcastStore, 'get' | 'counts'>;
  readonly deliveries: Pick<DeliveryStore, 'countUnsubscribed' | 'handedOver'>;
  readonly links: Pick<LinkStore, 'ofBroadcast' | 'countsOf'>;
}

export type ReadAnalytics = (broadcastId: string) => Promise<Analytics>;

/** Reads the result of a broadcast. @throws {Refusal} notFound, by the function returned */
export function createAnalytics({ broadcasts, deliveries, links }: AnalyticsDeps): ReadAnalytics {
  const ended = new Map<string, HandedOver>();

  return async (broadcastId) => {
    const broadcast = await broadcasts.get(broadcastId);
    if (!broadcast) throw new Refusal('notFound', 'broadcast.unknown', 'Такої розсилки немає.');
    const isEnded = broadcast.status === 'finished' || broadcast.status === 'cancelled';
    const [counts, unsubscribed, kept, handedOver] = await Promise.all([
      broadcasts.counts([broadcastId]),
      deliveries.countUnsubscribed(broadcastId),
      links.ofBroadcast(broadcastId),
      isEnded ? handedOverOf(broadcastId) : undefined,
    ]);
    const { telegram, viber } = (counts.get(broadcastId) ?? NO_ROWS).channels;
    return {
      accepted: {
        telegram: telegram.sent + telegram.delivered + telegram.seen,
        viber: viber.sent + viber.delivered + viber.seen,
      },
      delivered: viber.delivered + viber.seen,
      seen: viber.seen,
      handedOver,
      links: await clicksOf(kept),
      unsubscribed,
    };
  };

  /** Every row is looked at, once: after the end nothing of it changes. */
  async function handedOverOf(id: string): Promise<HandedOver> {
    const known = ended.get(id);
    if (known) return known;
    const counted = await deliveries.handedOver(id);
    if (ended.size >= REMEMBERED) ended.clear();
    ended.set(id, counted);
    return counted;
  }

  async function clicksOf(kept: Awaited<ReturnType<LinkStore['ofBroadcast']>>): Promise<Analytics['links']> {
    const counts = await links.countsOf(kept.map(({ code }) => code));
    return kept.map(({ code, url }) => {
      const own = counts.filter((click) => click.code === code);
      return {
        url,
        clicks: own.reduce((sum, { count }) => sum + count, 0),
        days: own.map(({ day, count }) => ({ day, clicks: count })),
      };
    });
  }
}
