import type { FC } from 'hono/jsx';
import { Badge, type BadgeTone } from '../components/badge.js';
import type { DueUrgency } from '../words/due.js';
import type { QueueCardModel } from './queue-model.js';

export const URGENCY_TONES: Readonly<Record<DueUrgency, BadgeTone>> = {
  none: 'plain',
  calm: 'plain',
  soon: 'warn',
  today: 'warn',
  overdue: 'danger',
};

/** One appeal of the queue. `data-key` and `data-announce` are for live updates. */
export const QueueCard: FC<{ card: QueueCardModel }> = ({ card }) => (
  <li
    class={`queue-card due-${card.due.urgency}`}
    data-key={card.number}
    data-announce={`Нове звернення ${card.number}: ${card.subject}`}
  >
    <p class="queue-subject">
      <a href={card.href}>{card.subject}</a>
    </p>
    <p>
      <Badge tone={URGENCY_TONES[card.due.urgency]} text={card.due.words} />
      {card.due.day === undefined ? null : <span class="soft small"> до {card.due.day}</span>}
    </p>
    <p class="soft small">
      <span class="number">{card.number}</span> · {card.status} · {card.category} · {card.department} ·{' '}
      {card.channel}, {card.received} · {card.assignee}
    </p>
  </li>
);
