import { type Model, type QueryFilter, Types } from 'mongoose';
import type { AudienceRule } from '../domain/broadcast.js';
import { CHANNEL_IDS, type ChannelId } from '../domain/channel-id.js';
import type { AudienceMember, SubscriberStore } from '../services/subscriptions/store.js';
import type { SubscriberDocument } from './subscriber-model.js';

type Filter = QueryFilter<SubscriberDocument>;
type Row = Pick<SubscriberDocument, '_id' | 'address' | 'locale' | 'deliveryMode' | 'digestAt'>;

/** All that planning needs of a person. */
const MEMBER = { address: 1, locale: 1, deliveryMode: 1, digestAt: 1 } as const;
/** People who leave while one broadcast is planned: a matter of minutes. */
const LEFT_MAX = 10_000;

/** Who is chosen by a rule of topics and messengers. */
export function audienceQueries(
  Person: Model<SubscriberDocument>,
): Pick<
  SubscriberStore,
  'countAudience' | 'countHeard' | 'heardAmong' | 'audiencePage' | 'audienceAmong' | 'leftSince'
> {
  return {
    async countAudience(rule) {
      const of = (channel: ChannelId) =>
        included(rule, channel) ? Person.countDocuments(audienceFilter(rule, channel)) : 0;
      const [telegram, viber] = await Promise.all([of('telegram'), of('viber')]);
      return { telegram, viber };
    },

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
