import type { FC } from 'hono/jsx';
import { APPEAL_CHANNEL_WORDS } from '../../../domain/appeal-channel.js';
import { SelectField, TextField } from '../../components/field.js';
import { StatusFilter, WordFilter } from '../../components/filter-fields.js';
import { Notice, type NoticeModel } from '../../components/notice.js';
import { Pager } from '../../components/pager.js';
import { APPEAL_STATUS_WORDS, CATEGORY_WORDS } from '../../words/appeal-words.js';
import { BulkBar, type BulkModel } from './bulk-bar.js';
import { QueueCard } from './queue-card.js';
import type { QueueModel } from './queue-model.js';
import { SavedViews } from './saved-views.js';
import { ShortcutList } from './shortcut-list.js';

interface QueueViewProps {
  readonly queue: QueueModel;
  /** Absent for those who only read */
  readonly bulk: BulkModel | undefined;
  /** Residents who wait for a call */
  readonly callBackCount: number;
  readonly notice: NoticeModel | undefined;
  /** Single keys work; each may switch them off in the account */
  readonly hasShortcuts: boolean;
}

/** The moderation queue: who waits for an answer, the nearest due date first. */
export const QueueView: FC<QueueViewProps> = ({ queue, bulk, callBackCount, notice, hasShortcuts }) => (
  <>
    <div class="row page-head">
      <h1>Звернення</h1>
      {bulk === undefined ? null : (
        <a class="button button-secondary" href="/appeals/new">
          Внести звернення
        </a>
      )}
    </div>
    <Notice notice={notice} />
    <nav aria-label="Черга">
      <ul class="tabs" id="queue-views" data-live>
        {queue.tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.isCurrent ? 'page' : undefined}>
              {tab.label} <span class="tab-count digits">{tab.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {callBackCount === 0 ? null : (
      <p>
        <a href="/today">Просять зателефонувати: {callBackCount}</a>
      </p>
    )}
    <Filters queue={queue} />
    <SavedViews queue={queue} />
    <section aria-label="Список звернень" class="stack" data-shortcuts={hasShortcuts ? '' : undefined}>
      <ul class="queue" id="queue" data-live>
        {queue.cards.map((card) => (
          <QueueCard card={card} isPickable={bulk !== undefined} />
        ))}
      </ul>
      <div id="queue-empty" data-live>
        {queue.cards.length === 0 ? <Nothing queue={queue} /> : null}
      </div>
      <Pager pager={queue.pager} />
    </section>
    {bulk === undefined ? null : <Tables tables={queue.tables} />}
    {bulk === undefined ? null : <BulkBar bulk={bulk} />}
    <ShortcutList areOn={hasShortcuts} canPick={bulk !== undefined} />
  </>
);

/** The same list as a table; it holds names, so it is for those who work with appeals. */
const Tables: FC<Pick<QueueModel, 'tables'>> = ({ tables }) => (
  <p class="small">
    Завантажити список: <a href={tables.xlsx}>Excel</a> · <a href={tables.csv}>CSV</a>
  </p>
);

const Nothing: FC<{ queue: QueueModel }> = ({ queue }) => (
  <p class="muted">
    За цими умовами звернень немає.
    {queue.everywhereHref === undefined ? null : (
      <>
        {' '}
        <a href={queue.everywhereHref}>Шукати серед усіх</a>
      </>
    )}
  </p>
);

const Filters: FC<{ queue: QueueModel }> = ({ queue: { filter, departments } }) => (
  <form class="filters card" method="get" action="/appeals">
    <input type="hidden" name="view" value={filter.view} />
    <TextField type="search" name="q" label="Номер або слова" value={filter.q} maxLength={200} />
    <SelectField
      name="department"
      label="Підрозділ"
      value={filter.department}
      options={[
        { value: '', label: 'Усі' },
        ...departments.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
    <WordFilter name="topic" label="Тема" any="Усі" value={filter.topic} words={CATEGORY_WORDS} />
    <WordFilter
      name="channel"
      label="Як надійшло"
      any="Будь-як"
      value={filter.channel}
      words={APPEAL_CHANNEL_WORDS}
    />
    <StatusFilter value={filter.status} words={APPEAL_STATUS_WORDS} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);
