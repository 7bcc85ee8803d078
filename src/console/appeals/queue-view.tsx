import type { FC } from 'hono/jsx';
import { SelectField, TextField } from '../components/field.js';
import { ChannelFilter, StatusFilter } from '../components/filter-fields.js';
import { Pager } from '../components/pager.js';
import { APPEAL_STATUS_WORDS } from '../words/appeal-words.js';
import { QueueCard } from './queue-card.js';
import type { QueueModel } from './queue-model.js';

/** The moderation queue: who waits for an answer, the nearest due date first. */
export const QueueView: FC<{ queue: QueueModel }> = ({ queue }) => (
  <>
    <h1>Звернення</h1>
    <nav aria-label="Черга">
      <ul class="tabs">
        {queue.tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.isCurrent ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <Filters queue={queue} />
    <section aria-label="Список звернень" class="stack">
      <ul class="queue" id="queue" data-live>
        {queue.cards.map((card) => (
          <QueueCard card={card} />
        ))}
      </ul>
      <div id="queue-empty" data-live>
        {queue.cards.length === 0 ? <p class="muted">За цими умовами звернень немає.</p> : null}
      </div>
      <Pager pager={queue.pager} />
    </section>
  </>
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
    <ChannelFilter value={filter.channel} />
    <StatusFilter value={filter.status} words={APPEAL_STATUS_WORDS} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);
