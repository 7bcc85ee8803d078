import type { AudienceRule } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { DeliveryMode, SubscriberStatus } from '../../domain/subscriber.js';
import type { Topic } from '../../domain/topic.js';

/** People who are alike in all that decides who gets a broadcast, and when. */
export interface CensusGroup {
  readonly channel: ChannelId;
  readonly status: SubscriberStatus;
  readonly topics: readonly Topic[];
  readonly deliveryMode: DeliveryMode;
  readonly count: number;
}

/** Why somebody of a messenger does not get a broadcast. */
export const EXCLUSIONS = ['other-messenger', 'other-topics', 'pending', 'stopped', 'unreachable'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Who of one messenger gets a broadcast, and who does not and why. People whose data is erased are nobody. */
export interface ChannelTally {
  readonly chosen: number;
  /** Of those chosen: news come to them once a day, in one message */
  readonly inDigest: number;
  readonly excluded: Readonly<Record<Exclusion, number>>;
}

export type AudienceTally = Readonly<Record<ChannelId, ChannelTally>>;

/** Tells everybody of both messengers apart by a rule of topics and messengers. */
export function tallyAudience(census: readonly CensusGroup[], rule: AudienceRule): AudienceTally {
  const people = census.filter(({ status }) => status !== 'erased');
  const of = (id: ChannelId) =>
    tally(
      people.filter(({ channel }) => channel === id),
      rule,
    );
  return { telegram: of('telegram'), viber: of('viber') };
}

/** How many people a rule of topics and messengers chooses. */
export function audienceSize(
  census: readonly CensusGroup[],
  rule: AudienceRule,
): Readonly<Record<ChannelId, number>> {
  const { telegram, viber } = tallyAudience(census, rule);
  return { telegram: telegram.chosen, viber: viber.chosen };
}

function tally(groups: readonly CensusGroup[], rule: AudienceRule): ChannelTally {
  const chosen = groups.filter((group) => exclusionOf(group, rule) === undefined);
  const excluded = EXCLUSIONS.map((reason) => [
    reason,
    countOf(groups.filter((group) => exclusionOf(group, rule) === reason)),
  ]);
  return {
    chosen: countOf(chosen),
    inDigest: countOf(chosen.filter(({ deliveryMode }) => deliveryMode === 'digest')),
    // Built from EXCLUSIONS, so every reason is there.
    excluded: Object.fromEntries(excluded) as ChannelTally['excluded'],
  };
}

/** The first reason that applies: topics are no matter to somebody who has stopped. */
function exclusionOf({ channel, status, topics }: CensusGroup, rule: AudienceRule): Exclusion | undefined {
  if (status === 'pending' || status === 'stopped' || status === 'unreachable') return status;
  if (rule.channels?.length && !rule.channels.includes(channel)) return 'other-messenger';
  if (rule.topics?.length && !rule.topics.some((topic) => topics.includes(topic))) return 'other-topics';
  return undefined;
}

function countOf(groups: readonly CensusGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}
