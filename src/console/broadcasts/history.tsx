import type { FC } from 'hono/jsx';
import type { HistoryLine } from './broadcast-history.js';

/** Who did what with a broadcast, and when. */
export const History: FC<{ lines: readonly HistoryLine[] }> = ({ lines }) => (
  <section class="card" aria-labelledby="history-title">
    <h2 id="history-title">Історія</h2>
    <ol class="history">
      {lines.map(({ what, who, when }) => (
        <li>
          {what}
          <p class="muted small">{who === undefined ? when : `${who}, ${when}`}</p>
        </li>
      ))}
    </ol>
  </section>
);
