import type { AudienceRule, MissedRule } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import { type AudienceTally, tallyAudience } from '../subscriptions/census.js';
import type { AudienceMember, FormerMember, SubscriberStore } from '../subscriptions/store.js';

/** People looked at with one query when those missed are counted. */
const COUNT_PAGE = 5_000;

export interface AudiencePage {
  readonly members: readonly AudienceMember[];
  /** Where to look on; undefined when everybody was looked at */
  readonly next: string | undefined;
}

/** Finds the people of a rule, who are always `active`. */
export interface Audience {
  count(rule: AudienceRule): Promise<Readonly<Record<ChannelId, number>>>;
  /** Who gets it, and who does not and why; undefined for those whom an earlier broadcast missed. */
  tally(rule: AudienceRule): Promise<AudienceTally | undefined>;
  /** Those in Viber who were heard from after `since`. */
  countHeard(rule: AudienceRule, since: Date): Promise<number>;
  /** People of one messenger by id after `afterId`, known by `until`; `limit` are looked at. */
  page(
    rule: AudienceRule,
    channel: ChannelId,
    afterId: string | undefined,
    until: Date,
    limit: number,
  ): Promise<AudiencePage>;
  /** People of the rule who left after `since`, back or not: pages read later did not show them. */
  leftSince(rule: AudienceRule, channel: ChannelId, since: Date): Promise<readonly FormerMember[]>;
}

export interface AudienceDeps {
  readonly subscribers: Pick<
    SubscriberStore,
    'census' | 'countAudience' | 'countHeard' | 'heardAmong' | 'audiencePage' | 'audienceAmong' | 'leftSince'
  >;
  readonly missed: MissedStore;
}

/** Whom a broadcast did not reach, by its rows. */
export interface MissedStore {
  /** Ids of subscribers of one messenger, ascending, after `afterId`; whether they are active is not looked at. */
  missedPage(
    rule: MissedRule,
    channel: ChannelId,
    afterId: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** The same people all together, in no order, `pageSize` at a time; reads no row of anybody else. */
  missedIds(rule: MissedRule, channel: ChannelId, pageSize: number): AsyncIterable<readonly string[]>;
}

/** Resolves audience rules: everybody of some topics, or those whom an earlier broadcast missed. */
export function createAudience({ subscribers, missed }: AudienceDeps): Audience {
  return {
    async count(rule) {
      if (!rule.missed) return subscribers.countAudience(rule);
      return { telegram: await countMissed(rule, 'telegram'), viber: await countMissed(rule, 'viber') };
    },

    tally: async (rule) => (rule.missed ? undefined : tallyAudience(await subscribers.census(), rule)),

    countHeard: (rule, since) =>
      rule.missed ? countMissedHeard(rule, since) : subscribers.countHeard(rule, since),

    async page(rule, channel, afterId, until, limit) {
      if (rule.missed) return missedMembers(rule, channel, afterId, limit);
      const members = await subscribers.audiencePage(rule, channel, afterId, until, limit);
      return { members, next: members.length < limit ? undefined : members.at(-1)?.id };
    },

    // The first broadcast did not reach those people either; having left again, they are owed nothing.
    leftSince: async (rule, channel, since) =>
      rule.missed ? [] : subscribers.leftSince(rule, channel, since),
  };

  /** All of them were known when the first broadcast was planned. */
  async function missedMembers(
    rule: AudienceRule,
    channel: ChannelId,
    afterId: string | undefined,
    limit: number,
  ): Promise<AudiencePage> {
    const ids = rule.missed ? await missed.missedPage(rule.missed, channel, afterId, limit) : [];
    const members = await subscribers.audienceAmong(rule, channel, ids);
    return { members, next: ids.length < limit ? undefined : ids.at(-1) };
  }

  async function countMissed(rule: AudienceRule, channel: ChannelId): Promise<number> {
    let count = 0;
    for await (const members of missedPages(rule, channel)) count += members.length;
    return count;
  }

  async function countMissedHeard(rule: AudienceRule, since: Date): Promise<number> {
    let count = 0;
    for await (const members of missedPages(rule, 'viber')) {
      const ids = members.map(({ id }) => id);
      count += (await subscribers.heardAmong(ids, since)).size;
    }
    return count;
  }

  async function* missedPages(rule: AudienceRule, channel: ChannelId) {
    if (!rule.missed) return;
    for await (const ids of missed.missedIds(rule.missed, channel, COUNT_PAGE))
      yield await subscribers.audienceAmong(rule, channel, ids);
  }
}
