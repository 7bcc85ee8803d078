import type { Amendment } from './amendment.js';
import { CHANNEL_IDS, type ChannelId } from './channel-id.js';
import type { Picture } from './content.js';
import type { Topic } from './topic.js';
import type { PriceForecast } from './viber-price.js';

export const BROADCAST_KINDS = [
  'news',
  'announcement',
  'greeting',
  'anons',
  'act',
  'video',
  'article',
  'event-report',
  'alert',
] as const;
export type BroadcastKind = (typeof BROADCAST_KINDS)[number];

export const BROADCAST_STATUSES = [
  'draft',
  'approved',
  'scheduled',
  'sending',
  'paused',
  'finished',
  'cancelled',
] as const;
export type BroadcastStatus = (typeof BROADCAST_STATUSES)[number];

/** Those whom an earlier broadcast did not reach: failed, cancelled before it was sent, or gone and now back. */
export interface MissedRule {
  readonly broadcastId: string;
  /** Also those of whom nobody knows whether they got it; some will read it twice */
  readonly includeUnknown: boolean;
}

/** The rule that chooses subscribers. No topics: everybody active. No channels: both messengers. */
export interface AudienceRule {
  readonly channels?: readonly ChannelId[] | undefined;
  readonly topics?: readonly Topic[] | undefined;
  /** Only these people, whom the rest of the rule narrows further */
  readonly missed?: MissedRule | undefined;
}

export interface Link {
  readonly url: string;
  readonly label: string;
}

/** What an approver approves: any change voids the approval (its hash covers all of this). */
export interface BroadcastContent {
  readonly kind: BroadcastKind;
  readonly title: string;
  /** Small safe markup, see `markup.ts` */
  readonly text: string;
  readonly link: Link | undefined;
  readonly pictures: readonly Picture[];
  /** Further buttons under the message, each a link */
  readonly buttons: readonly Link[];
  readonly audience: AudienceRule;
  readonly sendAt: Date | undefined;
  readonly delivery: 'instant' | 'digest';
  readonly ignoreQuietHours: boolean;
}

export interface Approval {
  readonly by: string;
  readonly hash: string;
  readonly at: Date;
  /** Why there was no second person where one was needed; shown for ever */
  readonly emergencyReason?: string | undefined;
  /** What Viber was to take, as the approver saw it; absent while no price is set */
  readonly viberForecast?: PriceForecast | undefined;
}

/** A correction that waits for a second person. */
export interface CorrectionProposal {
  readonly text: string;
  /** Who wrote it */
  readonly by: string;
  readonly at: Date;
}

/** The draft act that a broadcast brings to people is discussed: they may comment on it. */
export interface Discussion {
  readonly publicationId: string;
  /** Its last day, `YYYY-MM-DD` */
  readonly until: string;
}

/** One announcement for an audience. */
export interface Broadcast extends BroadcastContent {
  readonly id: string;
  readonly status: BroadcastStatus;
  readonly hash: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Person who edited last; a token never hides the person before it */
  readonly editedBy: string;
  /** When its content was changed last, by whomever; absent while nobody has */
  readonly editedAt?: Date | undefined;
  readonly approvals: readonly Approval[];
  /** Until then an approved broadcast can be taken back (real clock) */
  readonly undoUntil: Date | undefined;
  readonly pauseReason: string | undefined;
  readonly startedAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  /** Set on a correction or a recall of an earlier broadcast */
  readonly amends?: Amendment | undefined;
  readonly proposal?: CorrectionProposal | undefined;
  /** The publication it brings to people */
  readonly publicationId?: string | undefined;
  readonly discussion?: Discussion | undefined;
  /** When it was recalled */
  readonly recalledAt?: Date | undefined;
}

/** Nothing of it has left yet: its content may be changed, which voids an approval. */
export const CHANGEABLE_STATUSES: readonly BroadcastStatus[] = ['draft', 'approved', 'scheduled'];

const PLANNED: readonly BroadcastStatus[] = ['sending', 'finished', 'cancelled'];

/** Whether rows of deliveries exist, or are about to. One that waits for an answer before it left has none. */
export function isPlanned({ status, startedAt }: Broadcast): boolean {
  return status === 'paused' ? startedAt !== undefined : PLANNED.includes(status);
}

/** «Важливе – одразу» (dialogue T3): what goes to everybody at once, instead of in the daily digest. */
export function isImportant({ kind, delivery }: Pick<BroadcastContent, 'kind' | 'delivery'>): boolean {
  return kind === 'alert' || delivery === 'instant';
}

/** The broadcast that people know: whose page, links and news an amendment speaks of. */
export function subjectId({ id, amends }: Pick<Broadcast, 'id' | 'amends'>): string {
  return amends?.broadcastId ?? id;
}

/** Messengers that a broadcast goes to: none named are all. */
export function addressedChannels({ channels }: AudienceRule): readonly ChannelId[] {
  return channels?.length ? channels : CHANNEL_IDS;
}
