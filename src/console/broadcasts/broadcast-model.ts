import { addressedChannels, type BroadcastStatus, isPlanned, subjectId } from '../../domain/broadcast.js';
import type { DeliveryCounts } from '../../domain/delivery.js';
import type { Departure } from '../../domain/departure.js';
import type { TopicInfo } from '../../domain/topic.js';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { BadgeTone } from '../components/badge.js';
import {
  BROADCAST_KIND_WORDS,
  BROADCAST_STATUS_TONES,
  BROADCAST_STATUS_WORDS,
} from '../words/broadcast-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import { departureWords, whenWords } from '../words/departure.js';
import { formatNumber, plural, SUBSCRIBERS } from '../words/plural.js';
import { topicWords } from '../words/topic-words.js';
import {
  type AmendableModel,
  type AmendmentModel,
  amendableModel,
  amendmentModel,
} from './amendment-model.js';
import { broadcastHistory, type HistoryLine } from './broadcast-history.js';
import type { PreviewModel } from './preview.js';
import { type ViberPriceModel, viberPriceModel } from './viber-price-model.js';

export interface ProgressModel {
  readonly label: string;
  readonly counts: DeliveryCounts;
}

/** The token of the settings, an account that is no more. */
const UNNAMED = 'Службовий доступ';

const DIGEST_WORDS = 'у щоденній добірці, зазвичай о 18:00; хто обрав новини одразу – одразу';

const STOPPED: readonly BroadcastStatus[] = ['paused', 'cancelled'];

/** One broadcast in a list. */
export interface BroadcastCardModel {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly tone: BadgeTone;
  /** There was no second person where one was needed */
  readonly isApprovedAlone: boolean;
  readonly created: string;
  readonly audience: string;
  /** Rows of deliveries exist, so there is a bar to show */
  readonly isPlanned: boolean;
  readonly progress: ProgressModel;
  /** Why the service stopped it by itself */
  readonly stopReason: string | undefined;
}

export interface ApprovalModel {
  readonly who: string;
  readonly when: string;
  readonly emergencyReason: string | undefined;
}

/** Everything the page of one broadcast shows, ready to print. */
export interface BroadcastModel extends BroadcastCardModel {
  readonly stage: BroadcastStatus;
  readonly hash: string;
  readonly editedBy: string;
  readonly approvals: readonly ApprovalModel[];
  readonly history: readonly HistoryLine[];
  /** Seconds left to take the approval back; undefined when they do not run */
  readonly undoSeconds: number | undefined;
  /** Seconds there were in the beginning */
  readonly undoWindow: number;
  readonly publicHref: string;
  readonly deliveriesHref: string;
  /** Page of the broadcast whose missed this one is for */
  readonly missedOfHref: string | undefined;
  readonly topics: string;
  readonly delivery: string;
  /** Under way, and has people whose digest is still to come */
  readonly waitsForDigest: boolean;
  /** «Telegram попросив зачекати: надсилання туди продовжиться саме о 14:35.» */
  readonly silences: readonly string[];
  /** «о 08:00: тихі години»; undefined where nothing leaves any more, or it leaves right now */
  readonly departure: string | undefined;
  readonly previews: readonly PreviewModel[];
  readonly channels: readonly ProgressModel[];
  readonly eventsHref: string;
  /** Undefined where there is none */
  readonly viberPrice: ViberPriceModel | undefined;
  readonly amendments: readonly AmendmentModel[];
  /** Undefined where there is nothing to correct or recall */
  readonly amendable: AmendableModel | undefined;
  /** Page of the broadcast that this one corrects or recalls */
  readonly amendsHref: string | undefined;
}

export function broadcastCardModel(broadcast: BroadcastView, dates: CityDates): BroadcastCardModel {
  return {
    id: broadcast.id,
    href: broadcastHref(broadcast.id),
    title: broadcast.title,
    kind: BROADCAST_KIND_WORDS[broadcast.kind],
    status: BROADCAST_STATUS_WORDS[broadcast.status],
    tone: BROADCAST_STATUS_TONES[broadcast.status],
    isApprovedAlone: broadcast.approvals.at(-1)?.emergencyReason !== undefined,
    created: dates.moment(broadcast.createdAt),
    audience: audienceWords(broadcast),
    isPlanned: isPlanned(broadcast),
    progress: { label: 'Разом', counts: broadcast.counts },
    stopReason: STOPPED.includes(broadcast.status) ? broadcast.pauseReason : undefined,
  };
}

/** What the page of a broadcast is told in. */
interface Telling {
  readonly dates: CityDates;
  /** Staff and tokens by id */
  readonly names: ReadonlyMap<string, string>;
  /** The real clock's now */
  readonly real: Date;
  /** Seconds in which an approval can be taken back, as the settings say */
  readonly undoWindow: number;
  /** The city's */
  readonly topics: readonly TopicInfo[];
}

export function broadcastModel(
  broadcast: BroadcastView,
  { dates, names, real, undoWindow, topics }: Telling,
): BroadcastModel {
  const addressed = addressedChannels(broadcast.audience);
  const { departure } = broadcast;
  const { missed } = broadcast.audience;
  const nameOf = (id: string) => names.get(id) ?? UNNAMED;
  return {
    ...broadcastCardModel(broadcast, dates),
    stage: broadcast.status,
    hash: broadcast.hash,
    editedBy: nameOf(broadcast.editedBy),
    approvals: broadcast.approvals.map(({ by, at, emergencyReason }) => ({
      who: nameOf(by),
      when: dates.moment(at),
      emergencyReason,
    })),
    history: broadcastHistory(broadcast, nameOf, dates),
    undoSeconds: undoSeconds(broadcast, real),
    undoWindow: Math.max(undoWindow, undoSeconds(broadcast, real) ?? 0),
    publicHref: `/n/${encodeURIComponent(subjectId(broadcast))}`,
    deliveriesHref: deliveriesHref(broadcast.id),
    missedOfHref: missed && broadcastHref(missed.broadcastId),
    topics: topicWords(topics, broadcast.audience.topics ?? []) || 'усі, хто погодився на розсилку',
    delivery: deliveryWords(broadcast),
    waitsForDigest:
      broadcast.status === 'sending' && broadcast.delivery === 'digest' && broadcast.counts.queued > 0,
    silences: broadcast.silences.map(
      ({ channel, until }) =>
        `${CHANNEL_WORDS[channel]} попросив зачекати: надсилання туди продовжиться саме ${whenWords(until, dates)}.`,
    ),
    departure: departure && departing(broadcast, departure, dates),
    previews: broadcast.previews.map(({ channel, messages }) => ({
      channel,
      messages,
      warnings: broadcast.warnings
        .filter((warning) => warning.channel === channel)
        .map(({ message }) => message),
    })),
    channels: addressed.map((channel) => ({
      label: CHANNEL_WORDS[channel],
      counts: broadcast.channels[channel],
    })),
    eventsHref: `/events?${new URLSearchParams({ watch: 'broadcast', id: broadcast.id })}`,
    viberPrice: broadcast.viberPrice && viberPriceModel(broadcast.viberPrice),
    amendments: broadcast.amendments.map((amendment) => amendmentModel(amendment, addressed, dates)),
    amendable: amendableModel(broadcast, dates, nameOf),
    amendsHref: broadcast.amends && broadcastHref(broadcast.amends.broadcastId),
  };
}

function undoSeconds({ status, undoUntil }: BroadcastView, real: Date): number | undefined {
  if (status !== 'approved' || !undoUntil) return undefined;
  return Math.max(0, Math.ceil((undoUntil.getTime() - real.getTime()) / 1_000));
}

export function broadcastHref(id: string): string {
  return `/broadcasts/${encodeURIComponent(id)}`;
}

/** Page of «who got it, who did not» of one broadcast. */
export function deliveriesHref(id: string): string {
  return `${broadcastHref(id)}/deliveries`;
}

/** «1 500 підписників: Telegram – 900, Viber – 600» */
function audienceWords(broadcast: BroadcastView): string {
  const { audienceSize } = broadcast;
  const parts = addressedChannels(broadcast.audience).map(
    (channel) => `${CHANNEL_WORDS[channel]} – ${formatNumber(audienceSize[channel])}`,
  );
  return `${plural(audienceSize.total, SUBSCRIBERS)}: ${parts.join(', ')}`;
}

function departing(
  { status, delivery }: BroadcastView,
  departure: Departure,
  dates: CityDates,
): string | undefined {
  if (status === 'sending' && departure.reason === undefined) return undefined;
  const words = departureWords(departure, dates);
  return delivery === 'digest' ? `${words}; добірка – у свою годину` : words;
}

function deliveryWords({ delivery, ignoreQuietHours }: BroadcastView): string {
  const pace = delivery === 'instant' ? 'одразу' : DIGEST_WORDS;
  return ignoreQuietHours ? `${pace}, навіть у тихі години` : pace;
}
