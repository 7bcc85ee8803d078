import type { FC } from 'hono/jsx';

/** Something that waits for the viewer. */
export interface WaitingModel {
  readonly href: string;
  readonly title: string;
  /** «Оголошення · створено 23 листопада, 09:00» */
  readonly details: string;
}

/** What waits for the viewer, as cards that lead there. */
export const WaitingList: FC<{ items: readonly WaitingModel[] }> = ({ items }) => (
  <ul class="queue">
    {items.map((item) => (
      <li class="queue-card">
        <p class="queue-subject">
          <a href={item.href}>{item.title}</a>
        </p>
        <p class="muted small queue-details">{item.details}</p>
      </li>
    ))}
  </ul>
);
