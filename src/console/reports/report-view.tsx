import type { FC } from 'hono/jsx';
import { plainTextOf } from '../../domain/report/paper.js';
import { Badge } from '../components/badge.js';
import { Crumbs } from '../components/crumbs.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { monthName } from '../words/report-words.js';
import { NumberList } from './number-list.js';
import { PaperView } from './paper-view.js';
import { ReportHead } from './report-head.js';
import type { ReportPage } from './report-page.js';
import { SentenceForm } from './sentence-form.js';
import { DiscrepancyBand, Signatures } from './signatures.js';

interface ReportViewProps {
  readonly page: ReportPage;
  readonly notice: NoticeModel | undefined;
  /** A sentence that could not be added */
  readonly unsaved: string | undefined;
  readonly isSandbox: boolean;
}

/** One month's report: the paper on the left, the list of the chosen number on the right. */
export const ReportPageView: FC<ReportViewProps> = ({ page, notice, unsaved, isSandbox }) => (
  <div class="report">
    <div class="stack screen-only">
      <Crumbs trail={[{ href: '/reports', label: 'Звіти' }]} />
      <div class="row">
        <h1>Звіт за {monthName(page.month)}</h1>
        {isSandbox ? <Badge text="демонстраційні дані" /> : null}
      </div>
      <Notice notice={notice} />
    </div>
    <ReportHead {...page} />
    <DiscrepancyBand {...page} />
    <div class="split report-body">
      <PaperView {...page} />
      <NumberList {...page} />
    </div>
    {page.isEditable ? <SentenceForm page={page} text={unsaved} /> : null}
    <Signatures {...page} />
    <PlainText {...page} />
    <Definitions {...page} />
  </div>
);

/** What goes into an e-mail; the button copies it, and without scripts one selects it here. */
const PlainText: FC<ReportPage> = ({ view }) => (
  <section class="stack-small screen-only" aria-labelledby="plain-text-title">
    <h2 id="plain-text-title">Текст для листа</h2>
    <textarea id="plain-text" class="textarea-low" readonly aria-labelledby="plain-text-title">
      {plainTextOf(view.paper)}
    </textarea>
  </section>
);

const Definitions: FC<ReportPage> = ({ view }) => (
  <section class="stack-small screen-only" aria-labelledby="definitions-title">
    <h2 id="definitions-title">Як підраховано</h2>
    <dl class="facts">
      {view.report.definitions.map(({ title, text }) => (
        <div>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </section>
);
