import type { FC } from 'hono/jsx';
import type { ReportRow } from '../../domain/report/rows.js';
import { shortened } from '../../lib/shortened.js';
import type { CityDates } from '../words/dates.js';

/** Of a longer title its beginning is shown, so that a page of them stays small; its link leads to the rest. */
const TITLE_SHOWN = 150;
const TITLE_NAMED = 60;

interface RowListProps {
  readonly rows: readonly ReportRow[];
  /** Number of the first row, from 1 */
  readonly start?: number;
  readonly dates: CityDates;
}

/** Rows behind a number, numbered so that anybody can count them: title with its link, moment, who prepared it. */
export const RowList: FC<RowListProps> = ({ rows, start = 1, dates }) => (
  <ol class="report-rows" start={start}>
    {rows.map(({ id, at, title, href, preparedBy, note }) => (
      <li>
        <Title title={shortened(title, TITLE_SHOWN)} href={href} />
        <span class="small muted">
          <time datetime={at}>{dates.moment(new Date(at))}</time>
          {preparedBy === null ? null : ` · ${preparedBy}`}
          {note === null ? null : ` · ${note}`}
          <Card id={id} title={shortened(title, TITLE_NAMED)} href={href} />
        </span>
      </li>
    ))}
  </ol>
);

const Title: FC<Pick<ReportRow, 'title' | 'href'>> = ({ title, href }) => {
  if (href === null) return <span>{title}</span>;
  const isOurs = href.startsWith('/');
  return (
    <a href={href} rel={isOurs ? undefined : 'noreferrer'}>
      {title}
    </a>
  );
};

/** A material on the site has a card in the register, too: there it is put right. */
const Card: FC<Pick<ReportRow, 'id' | 'title' | 'href'>> = ({ id, title, href }) => {
  if (href === null || href.startsWith('/')) return null;
  const [publicationId = ''] = id.split('/');
  return (
    <>
      {' · '}
      <a href={`/publications/${publicationId}`} aria-label={`Картка: ${title}`}>
        картка
      </a>
    </>
  );
};
