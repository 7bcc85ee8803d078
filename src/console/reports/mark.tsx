import type { FC } from 'hono/jsx';
import { lastDayOf, type ReportMonth } from '../../domain/report/month.js';
import { isParagraphKey } from '../../domain/report/paragraph.js';
import type { Mark as MarkOf } from '../../services/reports/reports.js';
import { Badge } from '../components/badge.js';
import { FormSecrets } from '../components/form-secrets.js';
import type { CityDates } from '../words/dates.js';
import { PARAGRAPH_WORDS } from '../words/report-words.js';
import type { ParagraphProps } from './report-page.js';

/** Where a paragraph comes from, and what is to be done about it. */
export const Mark: FC<ParagraphProps> = (props) => {
  const { key, kind, state, toFill } = props.paragraph;
  if (!isParagraphKey(key)) return <SentenceMark {...props} id={key.slice('sentence:'.length)} />;
  if (kind === 'constant') return <ConstantMark {...props} />;
  if (toFill !== null)
    return (
      <>
        <Badge tone={state === 'empty' ? 'quiet' : 'warn'} text="впишіть" />
        <span>{toFill}</span>
        {props.page.isEditable ? <a href={whereToFill(key, props.page.month)}>Вписати</a> : null}
      </>
    );
  return (
    <>
      <Badge text={kind === 'data' ? 'з даних' : 'вписано'} />
      {state === 'empty' ? <span>Цього місяця нічого немає: не друкується.</span> : null}
    </>
  );
};

const CONSTANT_WORDS = {
  printed: 'сталий текст – підтверджено',
  unconfirmed: 'сталий текст – підтвердити',
  declined: 'сталий текст – не відповідає дійсності, не друкується',
  empty: 'сталий текст',
} as const;

const ConstantMark: FC<ParagraphProps> = (props) => {
  const { page, paragraph } = props;
  const verdict = isParagraphKey(paragraph.key) ? page.view.verdicts.get(paragraph.key) : undefined;
  const isJudged = paragraph.state !== 'unconfirmed' && page.view.signature === undefined;
  return (
    <>
      <Badge
        tone={paragraph.state === 'unconfirmed' ? 'warn' : 'quiet'}
        text={CONSTANT_WORDS[paragraph.state]}
      />
      {isJudged && verdict !== undefined ? <Who mark={verdict} dates={page.dates} /> : null}
      {page.isEditable && paragraph.state !== 'printed' ? <Judge {...props} isTrue /> : null}
      {page.isEditable && paragraph.state !== 'declined' ? <Judge {...props} isTrue={false} /> : null}
    </>
  );
};

const Judge: FC<ParagraphProps & { readonly isTrue: boolean }> = ({ page, paragraph: { key }, isTrue }) => {
  const words = isTrue ? 'Підтверджую' : 'Не відповідає дійсності';
  const about = isParagraphKey(key) ? PARAGRAPH_WORDS[key] : '';
  return (
    <form class="inline-form" method="post" action={`/reports/${page.month}/confirm`}>
      <FormSecrets secrets={page.secrets} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="verdict" value={isTrue ? 'true' : 'false'} />
      <button
        class={isTrue ? 'button button-small' : 'link-button'}
        type="submit"
        aria-label={`${words}: ${about}`}
      >
        {words}
      </button>
    </form>
  );
};

const SentenceMark: FC<ParagraphProps & { readonly id: string }> = ({ page, id }) => {
  const sentence = page.view.sentences.find((one) => one.id === id);
  return (
    <>
      <Badge text="додане речення" />
      {sentence === undefined ? null : <Who mark={sentence} dates={page.dates} />}
      {page.isEditable ? (
        <form class="inline-form" method="post" action={`/reports/${page.month}/sentences/${id}/remove`}>
          <FormSecrets secrets={page.secrets} />
          <button class="link-button" type="submit">
            Прибрати речення
          </button>
        </form>
      ) : null}
    </>
  );
};

const Who: FC<{ readonly mark: MarkOf; readonly dates: CityDates }> = ({ mark, dates }) => (
  <span class="muted">
    {mark.name}, {dates.moment(mark.at)}
  </span>
);

/** A sitting is registered; events are marked among those of the month. */
function whereToFill(key: string, month: ReportMonth): string {
  if (key === 'public-council') return '/publications/new';
  return `/publications?kind=event-report&from=${month}-01&to=${lastDayOf(month)}`;
}
