import type { FC } from 'hono/jsx';
import { formatNumber } from '../words/plural.js';

/** How many there were of each kind. */
export interface Shares {
  /** Unique within the page */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: number }[];
  /** «Тема»: what a row is */
  readonly column: string;
}

/** A table whose numbers are drawn as well: the picture and what is behind it are one. */
export const ShareBars: FC<{ shares: Shares }> = ({ shares: { id, title, rows, column } }) => {
  const largest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section class="chart card" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <table class="share-bars">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{column}</th>
            <th scope="col">Кількість</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count }) => (
            <tr>
              <th scope="row">
                {name}
                <svg viewBox={`0 0 ${largest} 1`} preserveAspectRatio="none" aria-hidden="true">
                  <rect class="part part-1" width={count} height="1" />
                </svg>
              </th>
              <td class="number">{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
