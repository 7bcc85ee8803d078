import type { FC } from 'hono/jsx';
import { COUNTED_STATUSES, type DeliveryCounts } from '../../domain/delivery.js';
import { CountsBar } from '../components/counts-bar.js';
import { TableFrame } from '../components/table-frame.js';
import { COUNT_WORDS } from '../words/delivery-words.js';
import { formatNumber } from '../words/plural.js';

interface ProgressProps {
  /** «Telegram», or «Разом» */
  readonly label: string;
  readonly counts: DeliveryCounts;
}

/** The nine counts of one messenger as a bar, for a glance; nothing where it was sent to nobody. */
export const Progress: FC<ProgressProps> = ({ label, counts }) =>
  counts.total === 0 ? null : (
    <div class="stack-small">
      <p class="row">
        <strong>{label}</strong>
        <span class="muted digits">
          {formatNumber(counts.total - counts.queued - counts.sending)} з {formatNumber(counts.total)}
        </span>
      </p>
      <CountsBar counts={counts} />
    </div>
  );

/** The same counts as a table, for reading and for those who do not see the bar. */
export const CountsTable: FC<{ columns: readonly ProgressProps[] }> = ({ columns }) => (
  <TableFrame label="Кількість доставлень за станом">
    <table class="table-numbers">
      <thead>
        <tr>
          <th scope="col">Стан</th>
          {columns.map(({ label }) => (
            <th scope="col" class="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COUNTED_STATUSES.map((status) => (
          <tr>
            <th scope="row">{COUNT_WORDS[status]}</th>
            {columns.map(({ counts }) => (
              <td class="number">{formatNumber(counts[status])}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Усього</th>
          {columns.map(({ counts }) => (
            <td class="number">
              <strong>{formatNumber(counts.total)}</strong>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  </TableFrame>
);
