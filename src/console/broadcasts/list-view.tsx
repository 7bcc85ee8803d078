import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { Pager, type PagerModel } from '../components/pager.js';
import { ApprovedAlone } from './approved-alone.js';
import type { BroadcastCardModel } from './broadcast-model.js';
import type { ListFilter } from './list-filter.js';
import { ListFilterForm } from './list-filter-form.js';
import { Progress } from './progress.js';

interface ListViewProps {
  readonly filter: ListFilter;
  readonly cards: readonly BroadcastCardModel[];
  readonly pager: PagerModel;
  readonly mayWrite: boolean;
  readonly notice: NoticeModel | undefined;
}

/** Every broadcast, the newest first. */
export const BroadcastListView: FC<ListViewProps> = ({ filter, cards, pager, mayWrite, notice }) => (
  <>
    <div class="row page-head">
      <h1>Розсилки</h1>
      {mayWrite ? (
        <span class="row">
          <a href="/templates">Шаблони</a>
          <a class="button" href="/broadcasts/new">
            Нова розсилка
          </a>
        </span>
      ) : null}
    </div>
    <Notice notice={notice} />
    <ListFilterForm filter={filter} />
    {cards.length === 0 ? <p class="muted">За цими умовами розсилок немає.</p> : null}
    <ul class="queue" id="broadcasts" data-live>
      {cards.map((card) => (
        <BroadcastCard card={card} />
      ))}
    </ul>
    <Pager pager={pager} />
  </>
);

export const BroadcastCard: FC<{ card: BroadcastCardModel }> = ({ card }) => (
  <li class="queue-card" data-key={card.id}>
    <p class="queue-subject">
      <a href={card.href}>{card.title}</a>
    </p>
    <p class="queue-state">
      <Badge text={card.status} tone={card.tone} /> {card.isApprovedAlone ? <ApprovedAlone /> : null}
    </p>
    <p class="muted small queue-details">
      {card.kind} · {card.created} · {card.audience}
    </p>
    {card.stopReason === undefined ? null : <p class="queue-wide">{card.stopReason}</p>}
    {card.isPlanned ? (
      <div class="queue-wide">
        <Progress {...card.progress} />
      </div>
    ) : null}
  </li>
);
