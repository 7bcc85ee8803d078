import type { FC } from 'hono/jsx';
import { keyWords } from '../../domain/report/key-words.js';
import type { ReportRow } from '../../domain/report/rows.js';
import { dayAndMonth } from '../../domain/ukrainian-date.js';
import type { Discrepancy } from '../../services/reports/reports.js';
import { formatNumber } from '../words/plural.js';
import { changeWords } from '../words/report-words.js';
import { reportHref } from './report-address.js';
import type { ReportPage } from './report-page.js';
import { RowList } from './row-list.js';

/** Rows of all changed lists together. */
const CHANGED_ROWS = 20;

/** What changed after the signature: said in the band, its rows opened on request. */
export const DiscrepancyBand: FC<ReportPage> = (page) => {
  const { discrepancies, signatures } = page.view;
  const newest = signatures.at(-1);
  if (discrepancies.length === 0 || newest === undefined) return null;
  const changes = wholes(discrepancies).map((one) => changeWords(keyWords(one.key), one));
  const lists = discrepancies.flatMap(({ added, removed }) => [added, removed]);
  const rowsOfEach = Math.max(1, Math.floor(CHANGED_ROWS / lists.filter((rows) => rows.length > 0).length));
  return (
    <div class="notice notice-warn discrepancy stack screen-only" role="status">
      <p>
        Розбіжність: після підпису {dayAndMonth(page.dates.isoDay(newest.at))} {changes.join(', ')}.
      </p>
      <details>
        <summary>Показати, що змінилося</summary>
        <div class="stack">
          {discrepancies.map((one) => (
            <Changes page={page} discrepancy={one} rowsOfEach={rowsOfEach} />
          ))}
        </div>
      </details>
    </div>
  );
};

/** A part («новин – 220») is not said apart when its whole has changed, too. */
function wholes(discrepancies: readonly Discrepancy[]): readonly Discrepancy[] {
  const keys = new Set(discrepancies.map(({ key }) => key));
  return discrepancies.filter(({ key }) => {
    const [whole = ''] = key.split('.');
    return key === whole || !keys.has(whole);
  });
}

interface ChangesProps {
  readonly page: ReportPage;
  readonly discrepancy: Discrepancy;
  /** Rows shown of what was added, and as many of what was removed */
  readonly rowsOfEach: number;
}

const Changes: FC<ChangesProps> = ({ page, discrepancy, rowsOfEach }) => {
  const { key, added, removed } = discrepancy;
  return (
    <section class="stack-small">
      <h3>{changeWords(keyWords(key), discrepancy)}</h3>
      <ChangedRows page={page} words="Додано" rows={added} shown={rowsOfEach} />
      <ChangedRows page={page} words="Вилучено" rows={removed} shown={rowsOfEach} />
    </section>
  );
};

interface ChangedRowsProps {
  readonly page: ReportPage;
  readonly words: string;
  readonly rows: readonly ReportRow[];
  readonly shown: number;
}

const ChangedRows: FC<ChangedRowsProps> = ({ page, words, rows, shown }) =>
  rows.length === 0 ? null : (
    <>
      <p>
        {words}: {formatNumber(rows.length)}
        {rows.length > shown ? `, показано ${shown}` : null}
      </p>
      <RowList rows={rows.slice(0, shown)} dates={page.dates} />
    </>
  );

/** Every signed version, and the report as it reads now. */
export const Signatures: FC<ReportPage> = ({ month, view, dates }) =>
  view.signatures.length === 0 ? null : (
    <section class="stack screen-only" aria-labelledby="versions-title">
      <h2 id="versions-title">Редакції</h2>
      <ul class="versions stack-small">
        {view.signatures.map(({ version, name, at }) => (
          <li>
            <a
              href={reportHref(month, { version: String(version) })}
              aria-current={view.signature?.version === version ? 'true' : undefined}
            >
              Редакція {version}
            </a>{' '}
            <span class="muted">
              підписано {dates.fullDay(at)}, {dates.clock(at)}: {name}
            </span>
          </li>
        ))}
        <li>
          <a
            href={reportHref(month, { version: 'current' })}
            aria-current={view.signature === undefined ? 'true' : undefined}
          >
            Нова редакція
          </a>{' '}
          <span class="muted">за нинішніми даними, не підписана</span>
        </li>
      </ul>
    </section>
  );
