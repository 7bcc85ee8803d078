import type { Page } from '../../lib/page.js';
import type { AppealPage, Department } from '../../services/appeals/appeals.js';
import { type PagerModel, pagerModel } from '../components/pager.js';
import { APPEAL_STATUS_WORDS, CATEGORY_WORDS, subjectWords } from '../words/appeal-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import { type DueWords, describeDue } from '../words/due.js';
import { QUEUE_VIEWS, type QueueFilter, type QueueView, queueQuery } from './queue-filter.js';

/** One appeal in a list. */
export interface QueueCardModel {
  readonly number: string;
  readonly href: string;
  readonly subject: string;
  readonly status: string;
  readonly category: string;
  readonly department: string;
  readonly channel: string;
  readonly assignee: string;
  readonly received: string;
  readonly due: DueWords & { readonly day: string | undefined };
}

export interface QueueTab {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

export interface QueueModel {
  readonly filter: QueueFilter;
  readonly tabs: readonly QueueTab[];
  readonly departments: readonly Department[];
  readonly cards: readonly QueueCardModel[];
  readonly pager: PagerModel;
  /** Address of the live events of this very view */
  readonly eventsHref: string;
}

const VIEW_WORDS: Readonly<Record<QueueView, string>> = {
  open: 'Відкриті',
  mine: 'Мої',
  unassigned: 'Нікому не призначені',
  overdue: 'Прострочені',
  all: 'Усі',
};

/** Everything the queue's page shows, ready to print. */
export function queueModel(
  filter: QueueFilter,
  page: Page<AppealPage>,
  departments: readonly Department[],
  dates: CityDates,
): QueueModel {
  const query = queueQuery(filter);
  return {
    filter,
    tabs: QUEUE_VIEWS.map((view) => ({
      label: VIEW_WORDS[view],
      href: view === 'open' ? '/appeals' : `/appeals?view=${view}`,
      isCurrent: view === filter.view,
    })),
    departments,
    cards: page.items.map((item) => queueCardModel(item, dates)),
    pager: pagerModel('/appeals', query, filter.cursor, page.nextCursor),
    eventsHref: `/events?${new URLSearchParams({ ...query, watch: 'queue' })}`,
  };
}

export function queueCardModel(page: AppealPage, dates: CityDates): QueueCardModel {
  const { appeal } = page;
  return {
    number: appeal.number,
    href: appealHref(appeal.number),
    subject: subjectWords(appeal.subject),
    status: APPEAL_STATUS_WORDS[appeal.status],
    category: CATEGORY_WORDS[appeal.category],
    department: page.departmentName,
    channel: CHANNEL_WORDS[appeal.channel],
    assignee: page.assigneeName ?? 'нікому не призначено',
    received: dates.moment(appeal.receivedAt),
    due: {
      ...describeDue(appeal, dates),
      day: appeal.dueAt === undefined ? undefined : dates.day(appeal.dueAt),
    },
  };
}

export function appealHref(number: string): string {
  return `/appeals/${encodeURIComponent(number)}`;
}
