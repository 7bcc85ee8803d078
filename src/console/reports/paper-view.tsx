import type { FC } from 'hono/jsx';
import { lastDayOf } from '../../domain/report/month.js';
import { SIGNATURE_LINE } from '../../domain/report/paper.js';
import { Badge } from '../components/badge.js';
import { Paragraph } from './paragraph.js';
import type { ReportPage } from './report-page.js';

/** The paper itself. Of a signed one only what was printed is shown. */
export const PaperView: FC<ReportPage> = (page) => {
  const { report, paper, signature } = page.view;
  const shown = signature ? report.paragraphs.filter(({ state }) => state === 'printed') : report.paragraphs;
  const { post, name, date } = paper.signature;
  return (
    <article class="paper" aria-labelledby="paper-title">
      <h2 class="paper-title" id="paper-title">
        {paper.title}
      </h2>
      {shown.map((paragraph) => (
        <Paragraph page={page} paragraph={paragraph} />
      ))}
      <p class="paper-signature">
        {post} {SIGNATURE_LINE} {name}
        <br />
        {date}
      </p>
      {name === '' && signature === undefined ? (
        <p class="mark row small screen-only">
          <Badge tone="warn" text="впишіть" />
          <span>Хто підписує звіт: власне ім’я та прізвище.</span>
          {page.maySetNames ? <a href={`/settings/report?names=${lastDayOf(page.month)}`}>Вписати</a> : null}
        </p>
      ) : null}
    </article>
  );
};
