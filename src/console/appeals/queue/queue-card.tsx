import type { FC } from 'hono/jsx';
import { Badge, type BadgeTone } from '../../components/badge.js';
import type { DueUrgency } from '../../words/due.js';
import { BULK_FORM } from './bulk-bar.js';
import type { QueueCardModel } from './queue-model.js';

export const URGENCY_TONES: Readonly<Record<DueUrgency, BadgeTone>> = {
  none: 'quiet',
  calm: 'quiet',
  soon: 'warn',
  today: 'warn',
  overdue: 'bad',
};

/** One appeal of the queue. `data-key` and `data-announce` are for live updates. */
export const QueueCard: FC<{ card: QueueCardModel; isPickable?: boolean }> = ({ card, isPickable }) => (
  <li
    class={`queue-card due-${card.due.urgency}${isPickable ? ' is-pickable' : ''}`}
    data-key={card.number}
    data-announce={`Нове звернення ${card.number}: ${card.subject}`}
  >
    {isPickable ? (
      <label class="queue-pick">
        <input type="checkbox" name="number" value={card.number} form={BULK_FORM} />
        <span class="visually-hidden">Позначити {card.number}</span>
      </label>
    ) : null}
    <p class="queue-subject">
      <a href={card.href}>{card.subject}</a>
    </p>
    <p class="queue-state">
      <Badge tone={URGENCY_TONES[card.due.urgency]} text={card.due.words} />
      {card.due.day === undefined ? null : <span class="muted small"> до {card.due.day}</span>}
    </p>
    <p class="muted small queue-details">
      <span class="digits">{card.number}</span> · {card.status} · {card.category} · {card.department} ·{' '}
      {card.channel}, {card.received}
      {card.collective === undefined ? null : ` · ${card.collective}`} · {card.assignee}
    </p>
  </li>
);
