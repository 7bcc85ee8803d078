import { type Model, type QueryFilter, Types } from 'mongoose';
import type { AudienceRule } from '../../domain/broadcast.js';
import { CHANNEL_IDS, type ChannelId } from '../../domain/channel-id.js';
import { audienceSize, type CensusGroup } from '../../services/subscriptions/census.js';
import type { AudienceMember, SubscriberStore } from '../../services/subscriptions/store.js';
import { type SubscriberDocument, topicsOfKey } from './subscriber-model.js';

type Filter = QueryFilter<SubscriberDocument>;
type Row = Pick<SubscriberDocument, '_id' | 'address' | 'locale' | 'deliveryMode' | 'digestAt'>;

interface CensusRow {
  readonly _id: Pick<SubscriberDocument, 'channel' | 'status' | 'topicsKey' | 'deliveryMode'>;
  readonly count: number;
}

/** All that planning needs of a person. */
const MEMBER = { address: 1, locale: 1, deliveryMode: 1, digestAt: 1 } as const;
/** People who leave while one broadcast is planned: a matter of minutes. */
const LEFT_MAX = 10_000;

/** Who is chosen by a rule of topics and messengers. */
export function audienceQueries(
  Person: Model<SubscriberDocument>,
): Pick<
  SubscriberStore,
  'census' | 'countAudience' | 'countHeard' | 'heardAmong' | 'audiencePage' | 'audienceAmong' | 'leftSince'
> {
  return {
    census,

    countAudience: async (rule) => audienceSize(await census(), rule),

    countHeard: async (rule, since) =>
      included(rule, 'viber')
        ? Person.countDocuments({ ...audienceFilter(rule, 'viber'), heardAt: { $gt: since } })
        : 0,

    async heardAmong(ids, since) {
      const _id = { $in: ids.map((id) => new Types.ObjectId(id)) };
      const heard = await Person.find({ _id, heardAt: { $gt: since } }, { _id: 1 }).lean();
      return new Set(heard.map((person) => person._id.toHexString()));
    },

    async audiencePage(rule, channel, afterId, until, limit) {
      if (!included(rule, channel)) return [];
      const after = afterId === undefined ? {} : { _id: { $gt: new Types.ObjectId(afterId) } };
      const documents = await Person.find(
        { ...audienceFilter(rule, channel), ...after, createdAt: { $lte: until } },
        MEMBER,
      )
        .sort({ _id: 1 })
        .limit(limit)
        .lean();
      return documents.map(toMember);
    },

    async audienceAmong(rule, channel, ids) {
      if (ids.length === 0 || !included(rule, channel)) return [];
      const _id = { $in: ids.map((id) => new Types.ObjectId(id)) };
      const documents = await Person.find({ ...audienceFilter(rule, channel), _id }, MEMBER)
        .sort({ _id: 1 })
        .lean();
      return documents.map(toMember);
    },

    async leftSince(rule, channel, since) {
      if (!included(rule, channel)) return [];
      const filter: Filter = { channel, ...topicsFilter(rule), leftAt: { $gt: since } };
      const documents = await Person.find({ ...filter, createdAt: { $lte: since } }, { ...MEMBER, status: 1 })
        .limit(LEFT_MAX)
        .lean();
      return documents.map((document) => ({ ...toMember(document), status: document.status }));
    },
  };

  async function census(): Promise<readonly CensusGroup[]> {
    const groups = await Person.aggregate<CensusRow>([
      { $match: { channel: { $in: [...CHANNEL_IDS] } } },
      {
        $group: {
          _id: {
            channel: '$channel',
            status: '$status',
            topicsKey: '$topicsKey',
            deliveryMode: '$deliveryMode',
          },
          count: { $sum: 1 },
        },
      },
    ]);
    return groups.map(({ _id: { topicsKey, ...sort }, count }) => ({
      ...sort,
      topics: topicsOfKey(topicsKey),
      count,
    }));
  }
}

function included(rule: AudienceRule, channel: ChannelId): boolean {
  const channels = rule.channels?.length ? rule.channels : CHANNEL_IDS;
  return channels.includes(channel);
}

function audienceFilter(rule: AudienceRule, channel: ChannelId): Filter {
  return { channel, status: 'active', ...topicsFilter(rule) };
}

function topicsFilter({ topics }: AudienceRule): Filter {
  return topics?.length ? { topics: { $in: [...topics] } } : {};
}

function toMember({ _id, address, locale, deliveryMode, digestAt }: Row): AudienceMember {
  return { id: _id.toHexString(), address, locale, deliveryMode, digestAt };
}
