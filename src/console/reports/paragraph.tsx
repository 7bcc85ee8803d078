import type { FC } from 'hono/jsx';
import { isParagraphKey } from '../../domain/report/paragraph.js';
import { PARAGRAPH_WORDS } from '../words/report-words.js';
import { Mark } from './mark.js';
import { Pieces } from './pieces.js';
import { reportHref } from './report-address.js';
import type { ParagraphProps } from './report-page.js';

/** A paragraph of the paper with its mark: where it comes from, and what somebody still has to do. */
export const Paragraph: FC<ParagraphProps> = ({ page, paragraph }) => {
  const { key, heading, pieces, state } = paragraph;
  const isPrinted = state === 'printed';
  return (
    <div class={isPrinted ? 'paragraph' : 'paragraph paragraph-unprinted screen-only'} id={`p-${key}`}>
      {pieces.length === 0 ? null : (
        <p class="paper-text">
          {heading === null ? null : <strong>{heading} </strong>}
          <Pieces {...page} pieces={pieces} />
        </p>
      )}
      <div class="mark row small screen-only">
        {pieces.length === 0 && isParagraphKey(key) ? <strong>{PARAGRAPH_WORDS[key]}</strong> : null}
        <Mark page={page} paragraph={paragraph} />
        {page.isEditable && isParagraphKey(key) ? (
          <a
            href={reportHref(page.month, { ...page.query, after: key }, 'sentence')}
            aria-label={`Додати речення після абзацу «${PARAGRAPH_WORDS[key]}»`}
          >
            Додати речення
          </a>
        ) : null}
      </div>
    </div>
  );
};
