import type { FC } from 'hono/jsx';
import { keyWords } from '../../domain/report/key-words.js';
import { monthBefore, monthWords } from '../../domain/report/month.js';
import { upperFirst } from '../../lib/upper-first.js';
import { formatNumber } from '../words/plural.js';
import { reportHref } from './report-address.js';
import type { ReportPage } from './report-page.js';
import { RowList } from './row-list.js';

/** Rows of one page of a list. */
export const LIST_PAGE = 50;

/** The list behind the chosen number: exactly so many rows as the number says. */
export const NumberList: FC<ReportPage> = (props) => (
  <aside class="number-list stack screen-only" id="list" aria-labelledby="list-title" tabindex={-1}>
    {props.query.list === undefined ? <NothingChosen /> : <Chosen {...props} chosen={props.query.list} />}
  </aside>
);

const NothingChosen: FC = () => (
  <>
    <h2 id="list-title">Що за числом</h2>
    <p class="muted">Оберіть число у звіті: тут з’явиться його список.</p>
  </>
);

const Chosen: FC<ReportPage & { readonly chosen: string }> = ({ chosen, ...props }) => {
  const { month, view, query } = props;
  const all = view.report.lists[chosen] ?? [];
  const before = view.previous[chosen] ?? 0;
  const pages = Math.max(1, Math.ceil(all.length / LIST_PAGE));
  const page = Math.min(query.page ?? 1, pages);
  const first = (page - 1) * LIST_PAGE;
  const rows = all.slice(first, first + LIST_PAGE);
  const hrefOf = (to: number) => reportHref(month, { ...query, page: to }, 'list');
  return (
    <>
      <h2 id="list-title">
        {upperFirst(keyWords(chosen))} – {formatNumber(all.length)}
      </h2>
      <p class="small muted">
        У {monthWords(monthBefore(month)).locative} було {formatNumber(before)}.{' '}
        {pages > 1 ? `Показано ${first + 1}–${first + rows.length}.` : null}
      </p>
      <RowList rows={rows} start={first + 1} dates={props.dates} />
      {pages === 1 ? null : (
        <nav class="pagination" aria-label="Сторінки списку">
          {page > 1 ? <a href={hrefOf(page - 1)}>Попередні</a> : null}
          {page < pages ? <a href={hrefOf(page + 1)}>Наступні</a> : null}
        </nav>
      )}
    </>
  );
};
