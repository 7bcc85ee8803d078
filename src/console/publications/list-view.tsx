import type { FC } from 'hono/jsx';
import type { TopicInfo } from '../../domain/topic.js';
import { Badge } from '../components/badge.js';
import { SelectField, TextField } from '../components/field.js';
import { StatusFilter, WordFilter } from '../components/filter-fields.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { Pager } from '../components/pager.js';
import { ISSUER_WORDS, PUBLICATION_STATUS_WORDS } from '../words/publication-words.js';
import { topicOptions } from '../words/topic-words.js';
import type { ListModel, PublicationCardModel } from './list-model.js';

interface ListViewProps {
  readonly list: ListModel;
  readonly topics: readonly TopicInfo[];
  readonly mayWrite: boolean;
  readonly notice: NoticeModel | undefined;
}

/** What the department has published, the newest first, with the number of each kind. */
export const PublicationListView: FC<ListViewProps> = ({ list, topics, mayWrite, notice }) => (
  <>
    <div class="row page-head">
      <h1>Публікації</h1>
      {mayWrite ? (
        <div class="row">
          <a class="button button-secondary" href="/publications/import">
            Додати з таблиці
          </a>
          <a class="button" href="/publications/new">
            Нова публікація
          </a>
        </div>
      ) : null}
    </div>
    <Notice notice={notice} />
    <nav aria-label="Види публікацій">
      <ul class="tabs">
        {list.tabs.map(({ label, count, href, isCurrent }) => (
          <li>
            <a href={href} aria-current={isCurrent ? 'page' : undefined}>
              {label} <span class="muted">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <Filters list={list} topics={topics} />
    {list.cards.length === 0 ? (
      <p class="muted">
        За цими умовами публікацій немає. <a href="/publications">Показати всі</a>
      </p>
    ) : null}
    <ul class="queue" aria-label="Список публікацій">
      {list.cards.map((card) => (
        <Card card={card} />
      ))}
    </ul>
    <Pager pager={list.pager} />
  </>
);

const Filters: FC<Pick<ListViewProps, 'list' | 'topics'>> = ({ list: { filter }, topics }) => (
  <form class="filters card" method="get" action="/publications">
    <input type="hidden" name="kind" value={filter.kind} />
    <TextField type="search" name="q" label="Назва або номер" value={filter.q} maxLength={200} />
    <SelectField
      name="topic"
      label="Тема"
      value={filter.topic}
      options={[
        { value: '', label: 'Усі' },
        ...topicOptions(
          topics,
          topics.map(({ id }) => id),
        ),
      ]}
    />
    <StatusFilter value={filter.status} words={PUBLICATION_STATUS_WORDS} />
    <WordFilter
      name="issuer"
      label="Видавець акта"
      any="Будь-який"
      value={filter.issuer}
      words={ISSUER_WORDS}
    />
    <TextField type="date" name="from" label="Оприлюднено від" value={filter.from} />
    <TextField type="date" name="to" label="до (включно)" value={filter.to} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);

const Card: FC<{ card: PublicationCardModel }> = ({ card }) => (
  <li class="queue-card">
    <p class="queue-subject">
      <a href={card.href}>{card.title}</a>
    </p>
    <p class="queue-state">{card.status === undefined ? null : <Badge text={card.status} />}</p>
    <p class="muted small queue-details">{card.details}</p>
  </li>
);
