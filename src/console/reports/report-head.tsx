import type { FC } from 'hono/jsx';
import { keyWords } from '../../domain/report/key-words.js';
import { firstDayAfter } from '../../domain/report/month.js';
import type { Disagreement } from '../../domain/report/sums.js';
import { dayAndMonth } from '../../domain/ukrainian-date.js';
import type { ReportPart } from '../../services/reports/documents.js';
import { FormSecrets } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { formatNumber } from '../words/plural.js';
import { leftToDo } from '../words/report-words.js';
import { LIST_PAGE } from './number-list.js';
import type { ReportPage } from './report-page.js';
import { RowList } from './row-list.js';

/** Where the report stands, what keeps it from being signed, and what may be done with it. */
export const ReportHead: FC<ReportPage> = (page) => (
  <div class="stack screen-only">
    <Notice notice={status(page)} />
    {page.view.signature === undefined
      ? page.view.problems.disagreements.map((one) => <Disagreeing page={page} disagreement={one} />)
      : null}
    <div class="row">
      <a class="button button-secondary" href={documentHref(page, 'letter')} download>
        Завантажити Word
      </a>
      <a class="button button-secondary" href={documentHref(page, 'appendices')} download>
        Додатки
      </a>
      <a class="button button-secondary" href="#plain-text" data-copy="plain-text">
        Копіювати текст
      </a>
      <button class="button button-secondary" type="button" data-print hidden>
        Друк
      </button>
      {page.maySign ? <SignForm {...page} /> : null}
    </div>
  </div>
);

/** The version that is shown, whatever is signed meanwhile. */
function documentHref({ month, view }: ReportPage, part: ReportPart): string {
  return `/reports/${month}/${part}.docx?version=${view.signature?.version ?? 'current'}`;
}

function status({ view, month, isOver, dates }: ReportPage): NoticeModel {
  const { signature, signatures, problems, hash } = view;
  if (signature) {
    const { at, name } = signature;
    return { tone: 'ok', text: `Підписано ${dates.fullDay(at)}, ${dates.clock(at)}: ${name}` };
  }
  const left = leftToDo(problems);
  const mayBeSigned = `Підписати можна з ${dayAndMonth(firstDayAfter(month))}.`;
  if (!isOver)
    return { tone: 'warn', text: `Місяць ще триває. ${mayBeSigned}${left === undefined ? '' : ` ${left}`}` };
  if (left !== undefined) return { tone: 'warn', text: left };
  if (signatures.at(-1)?.hash === hash) return { tone: 'ok', text: 'Саме таку редакцію вже підписано' };
  return { tone: 'ok', text: 'Готово до підпису' };
}

const Disagreeing: FC<{ readonly page: ReportPage; readonly disagreement: Disagreement }> = (props) => {
  const { total, totalCount, partsCount, rows } = props.disagreement;
  return (
    <div class="notice notice-bad">
      <p>
        Сума частин ({formatNumber(partsCount)}) не дорівнює загальному числу {keyWords(total)} (
        {formatNumber(totalCount)}). Доти звіт не підписують. Не сходяться рядки:
      </p>
      <RowList rows={rows.slice(0, LIST_PAGE)} dates={props.page.dates} />
    </div>
  );
};

const SignForm: FC<ReportPage> = ({ month, view, secrets }) => (
  <form class="inline-form" method="post" action={`/reports/${month}/sign`}>
    <FormSecrets secrets={secrets} />
    <input type="hidden" name="hash" value={view.hash} />
    <button class="button" type="submit" disabled={leftToDo(view.problems) !== undefined}>
      Підписати
    </button>
  </form>
);
