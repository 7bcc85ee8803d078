import type { FC } from 'hono/jsx';
import { keyWords } from '../../domain/report/key-words.js';
import { type Figure, type Piece, printedNumber } from '../../domain/report/pieces.js';
import { reportHref } from './report-address.js';
import type { ReportPage } from './report-page.js';

/** A paragraph's text: every number is a link to its list, with the month before beside it. */
export const Pieces: FC<ReportPage & { readonly pieces: readonly Piece[] }> = ({ pieces, ...page }) => (
  <>{pieces.map((piece) => (typeof piece === 'string' ? piece : <FigureLink {...page} figure={piece} />))}</>
);

const FigureLink: FC<ReportPage & { readonly figure: Figure }> = ({ figure, month, view, query }) => {
  const { key, count, text } = figure;
  const { version } = query;
  return (
    <>
      <a
        class="figure-link"
        href={reportHref(month, { version, list: key }, 'list')}
        aria-current={key === query.list ? 'true' : undefined}
        title={`Показати список: ${keyWords(key)} – ${printedNumber(count)}`}
      >
        {text}
      </a>
      {text === printedNumber(count) && hasBefore(view.previous) ? (
        <small class="was screen-only">, було {printedNumber(view.previous[key] ?? 0)}</small>
      ) : null}
    </>
  );
};

/** A month in which nothing was counted at all says nothing about the next one. */
function hasBefore(previous: Readonly<Record<string, number>>): boolean {
  return Object.values(previous).some((count) => count > 0);
}
