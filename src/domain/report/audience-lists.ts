import { CHANNEL_IDS } from '../channel-id.js';
import type { MonthBroadcast, MonthFacts, MonthSubscriber } from './facts.js';
import type { KeyedRows, ReportRow } from './rows.js';

const SUBSCRIBERS = 'subscribers';
const channelKey = (channel: string) => `${SUBSCRIBERS}.${channel}`;

/** Whether the rows of a number are subscribers: they are read only when somebody opens or signs them. */
export function isOfSubscribers(key: string): boolean {
  return key === SUBSCRIBERS || CHANNEL_IDS.some((channel) => key === channelKey(channel));
}

/** Numbers of who was subscribed at the end of the month. */
export function subscriberNumbers(counts: MonthFacts['subscriberCounts']): [key: string, count: number][] {
  const channels = CHANNEL_IDS.map((channel): [string, number] => [channelKey(channel), counts[channel]]);
  return [[SUBSCRIBERS, channels.reduce((sum, [, count]) => sum + count, 0)], ...channels];
}

/** The lists of those numbers. */
export function subscriberLists(people: readonly MonthSubscriber[]): KeyedRows[] {
  const rows = (some: readonly MonthSubscriber[]) => some.map(subscriberRow);
  return [
    [SUBSCRIBERS, rows(people)],
    ...CHANNEL_IDS.map(
      (channel): KeyedRows => [channelKey(channel), rows(people.filter((one) => one.channel === channel))],
    ),
  ];
}

/** What was sent to them. */
export function broadcastList(broadcasts: readonly MonthBroadcast[]): KeyedRows {
  return [
    'broadcasts',
    broadcasts.map(({ id, title, startedAt }) => ({
      id,
      at: startedAt.toISOString(),
      title,
      href: `/broadcasts/${id}`,
      preparedBy: null,
      note: null,
    })),
  ];
}

function subscriberRow({ id, channel, since }: MonthSubscriber): ReportRow {
  return {
    id,
    at: since.toISOString(),
    title: 'Підписник',
    href: `/subscribers?channel=${channel}`,
    preparedBy: null,
    note: channel === 'telegram' ? 'Telegram' : 'Viber',
  };
}
