import { APPEAL_CATEGORIES } from '../../domain/appeal.js';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { dayAndMonth } from '../../domain/ukrainian-date.js';
import { countConcerning } from '../../services/daily-counts/daily-counts.js';
import type { DayCounts } from '../../services/daily-counts/store.js';
import type { DaySeries, Series } from '../charts/day-series.js';
import type { Shares } from '../charts/share-bars.js';
import { CATEGORY_WORDS } from '../words/appeal-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { formatNumber } from '../words/plural.js';

/** The graphs of the first page. */
export interface HomeCharts {
  readonly subscribers: DaySeries;
  readonly deliveries: DaySeries;
  readonly appeals: DaySeries;
  readonly topics: Shares;
}

/** @param departmentIds whose appeals the viewer sees; undefined: everybody's */
export function homeCharts(
  counted: readonly DayCounts[],
  departmentIds: readonly string[] | undefined,
): HomeCharts {
  const days = counted.map(({ day }) => dayAndMonth(day));
  const appeals = counted.map((day) => countConcerning(day.appeals, departmentIds));
  const subscribers = CHANNEL_IDS.map((channel) => ({
    name: CHANNEL_WORDS[channel],
    values: counted.map((day) => day.subscribers[channel]),
  }));
  return {
    subscribers: {
      id: 'chart-subscribers',
      title: 'Підписники',
      description: subscribers.map(fromTo).join(' '),
      days,
      series: subscribers,
    },
    deliveries: {
      id: 'chart-deliveries',
      title: 'Повідомлення розсилок за днем їх початку',
      description: 'Скільки повідомлень прийняли месенджери й скільки не дійшло, за кожен день.',
      days,
      series: [
        { name: 'Прийняли месенджери', values: counted.map((day) => day.deliveries.accepted) },
        { name: 'Не дійшло', values: counted.map((day) => day.deliveries.missed) },
      ],
    },
    appeals: {
      id: 'chart-appeals',
      title: 'Нові звернення за днями',
      description: 'Скільки звернень надійшло за кожен день.',
      days,
      series: [
        { name: 'Надійшло', values: appeals.map((day) => day.reduce((sum, { count }) => sum + count, 0)) },
      ],
    },
    topics: {
      id: 'chart-topics',
      title: 'Нові звернення за темами',
      column: 'Тема',
      rows: APPEAL_CATEGORIES.map((category) => ({
        name: CATEGORY_WORDS[category],
        count: appeals
          .flat()
          .reduce((sum, appeal) => (appeal.category === category ? sum + appeal.count : sum), 0),
      })),
    },
  };
}

/** «Telegram: було 900, стало 912.» */
function fromTo({ name, values }: Series): string {
  return `${name}: було ${formatNumber(values[0] ?? 0)}, стало ${formatNumber(values.at(-1) ?? 0)}.`;
}
