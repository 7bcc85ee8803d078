import { z } from 'zod';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { SUBSCRIBER_STATUSES, type Subscriber } from '../../domain/subscriber.js';
import type { TopicInfo } from '../../domain/topic.js';
import type { Page } from '../../lib/page.js';
import type { SubscriberStats } from '../../services/subscriptions/subscriptions.js';
import { type PagerModel, pagerModel } from '../components/pager.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import { formatNumber } from '../words/plural.js';
import { SUBSCRIBER_STATUS_WORDS } from '../words/subscriber-words.js';
import { topicWords } from '../words/topic-words.js';

const filterSchema = z.object({
  channel: z.enum([...CHANNEL_IDS, '']).catch(''),
  status: z.enum([...SUBSCRIBER_STATUSES, '']).catch(''),
  cursor: z.string().max(500).optional().catch(undefined),
});
export type SubscriberFilter = z.infer<typeof filterSchema>;

export function parseSubscriberFilter(query: Readonly<Record<string, string>>): SubscriberFilter {
  return filterSchema.parse(query);
}

export interface SubscriberRow {
  readonly name: string;
  readonly channel: string;
  readonly status: string;
  readonly topics: string;
  readonly since: string;
}

export interface SubscribersModel {
  readonly filter: SubscriberFilter;
  /** One line per status, a number per messenger */
  readonly totals: readonly { readonly label: string; readonly counts: readonly string[] }[];
  readonly rows: readonly SubscriberRow[];
  readonly pager: PagerModel;
}

const TOTALS = [
  { status: 'active', label: 'Отримують розсилку' },
  { status: 'stopped', label: 'Вимкнули розсилку' },
  { status: 'unreachable', label: 'Заблокували чат' },
] as const;

/** Numbers and people of both messengers, ready to print. */
export function subscribersModel(
  filter: SubscriberFilter,
  stats: SubscriberStats,
  page: Page<Subscriber>,
  topics: readonly TopicInfo[],
  dates: CityDates,
): SubscribersModel {
  const { cursor, channel, status } = filter;
  const query = { ...(channel && { channel }), ...(status && { status }) };
  return {
    filter,
    totals: TOTALS.map(({ status, label }) => ({
      label,
      counts: CHANNEL_IDS.map((id) => formatNumber(stats[id][status])),
    })),
    rows: page.items.map((subscriber) => ({
      name: subscriber.name ?? 'Ім’я не вказано',
      channel: CHANNEL_WORDS[subscriber.channel],
      status: SUBSCRIBER_STATUS_WORDS[subscriber.status],
      topics: chosenWords(subscriber, topics),
      since: dates.moment(subscriber.createdAt),
    })),
    pager: pagerModel('/subscribers', query, cursor, page.nextCursor),
  };
}

function chosenWords({ topics: chosen }: Subscriber, topics: readonly TopicInfo[]): string {
  if (topics.every(({ id }) => chosen.includes(id))) return 'усі';
  return topicWords(topics, chosen) || 'жодної';
}
