import { applicantCount, collectiveWords } from '../../../domain/appeal.js';
import { APPEAL_CHANNEL_WORDS } from '../../../domain/appeal-channel.js';
import type { Page } from '../../../lib/page.js';
import type { AppealPage, Department } from '../../../services/appeals/appeals.js';
import type { FormSecretsModel } from '../../components/form-secrets.js';
import { type PagerModel, pagerModel } from '../../components/pager.js';
import {
  APPEAL_STATUS_WORDS,
  CATEGORY_WORDS,
  QUARANTINE_WORDS,
  subjectWords,
} from '../../words/appeal-words.js';
import type { CityDates } from '../../words/dates.js';
import { type DueWords, describeDue } from '../../words/due.js';
import { formatNumber } from '../../words/plural.js';
import { type CountedView, SAVED_COUNT_MAX } from './queue-counts.js';
import {
  QUEUE,
  QUEUE_VIEWS,
  type QueueFilter,
  type QueueView,
  queueHref,
  queueQuery,
} from './queue-filter.js';

/** One appeal in a list. */
export interface QueueCardModel {
  readonly number: string;
  readonly href: string;
  readonly subject: string;
  readonly status: string;
  readonly category: string;
  readonly department: string;
  readonly channel: string;
  /** «колективне, 12 заявників» */
  readonly collective: string | undefined;
  readonly assignee: string;
  readonly received: string;
  readonly due: DueWords & { readonly day: string | undefined };
}

export interface QueueTab {
  readonly label: string;
  readonly href: string;
  readonly count: string;
  readonly isCurrent: boolean;
}

/** One of the person's own views. */
export interface SavedTab {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** «99+» where there are more */
  readonly count: string;
  readonly isCurrent: boolean;
}

export interface QueueModel {
  readonly filter: QueueFilter;
  readonly tabs: readonly QueueTab[];
  readonly savedViews: readonly SavedTab[];
  readonly departments: readonly Department[];
  readonly cards: readonly QueueCardModel[];
  readonly pager: PagerModel;
  readonly secrets: FormSecretsModel;
  /** Address of this very view */
  readonly address: string;
  /** The same words among all appeals; absent where that is what is shown */
  readonly everywhereHref: string | undefined;
  /** Address of this very view as a table */
  readonly tables: { readonly xlsx: string; readonly csv: string };
  /** Address of the live events of this very view */
  readonly eventsHref: string;
}

/** What the services answered for the queue's page. */
export interface QueueFacts {
  readonly filter: QueueFilter;
  readonly page: Page<AppealPage>;
  /** Those the viewer may choose among */
  readonly departments: readonly Department[];
  readonly counts: ReadonlyMap<QueueView, number>;
  readonly saved: readonly CountedView[];
  readonly secrets: FormSecretsModel;
}

const VIEW_WORDS: Readonly<Record<QueueView, string>> = {
  open: 'Відкриті',
  mine: 'Мої',
  unassigned: 'Нікому не призначені',
  overdue: 'Прострочені',
  today: 'Строк сьогодні',
  quarantine: 'Карантин',
  all: 'Усі',
};

/** Everything the queue's page shows, ready to print. */
export function queueModel(facts: QueueFacts, dates: CityDates): QueueModel {
  const { filter, page, departments, counts, saved, secrets } = facts;
  const query = queueQuery(filter);
  const address = queueHref(query);
  return {
    filter,
    tabs: QUEUE_VIEWS.map((view) => ({
      label: VIEW_WORDS[view],
      href: queueHref(view === 'open' ? {} : { view }),
      count: formatNumber(counts.get(view) ?? 0),
      isCurrent: view === filter.view,
    })),
    savedViews: saved.map(({ view, count }) => ({
      id: view.id,
      name: view.name,
      href: queueHref(view.query),
      count: count < SAVED_COUNT_MAX ? formatNumber(count) : `${SAVED_COUNT_MAX - 1}+`,
      isCurrent: queueHref(view.query) === address,
    })),
    departments,
    cards: page.items.map((item) => queueCardModel(item, dates)),
    pager: pagerModel(QUEUE, query, filter.cursor, page.nextCursor),
    secrets,
    address,
    everywhereHref:
      filter.q === '' || filter.view === 'all' ? undefined : queueHref({ view: 'all', q: filter.q }),
    tables: {
      xlsx: address.replace(QUEUE, `${QUEUE}/register.xlsx`),
      csv: address.replace(QUEUE, `${QUEUE}/register.csv`),
    },
    eventsHref: `/events?${new URLSearchParams({ ...query, watch: 'queue' })}`,
  };
}

export function queueCardModel(page: AppealPage, dates: CityDates): QueueCardModel {
  const { appeal } = page;
  return {
    number: appeal.number,
    href: appealHref(appeal.number),
    subject: subjectWords(appeal.subject),
    status: appeal.quarantine
      ? `Карантин: ${QUARANTINE_WORDS[appeal.quarantine]}`
      : APPEAL_STATUS_WORDS[appeal.status],
    category: CATEGORY_WORDS[appeal.category],
    department: page.departmentName,
    channel: APPEAL_CHANNEL_WORDS[appeal.channel],
    collective: collectiveWords(applicantCount(appeal)),
    assignee: assigneeWords(page) ?? 'нікому не призначено',
    received: dates.moment(appeal.receivedAt),
    due: {
      ...describeDue(appeal, dates),
      day: appeal.dueAt === undefined ? undefined : dates.day(appeal.dueAt),
    },
  };
}

/** «Олена Коваль, заміщує Петро Гриценко»; undefined where nobody has taken it. */
export function assigneeWords({ assigneeName, standIn }: AppealPage): string | undefined {
  if (assigneeName === undefined) return undefined;
  return standIn ? `${assigneeName}, заміщує ${standIn.name}` : assigneeName;
}

export function appealHref(number: string): string {
  return `/appeals/${encodeURIComponent(number)}`;
}
