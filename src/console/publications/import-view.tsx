import type { FC } from 'hono/jsx';
import type { ImportLine } from '../../services/publications/csv/import.js';
import { CSV_COLUMNS } from '../../services/publications/csv/words.js';
import { Badge, type BadgeTone } from '../components/badge.js';
import { Crumbs, PUBLICATIONS_CRUMB } from '../components/crumbs.js';
import { FileField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { TableFrame } from '../components/table-frame.js';
import { formatNumber, plural } from '../words/plural.js';
import { PUBLICATIONS } from '../words/publication-words.js';

/** What the first lines of a file may look like. */
const EXAMPLE = `вид;тема;назва;оприлюднено;адреса
новина;новини;Відкрили парк;25.03.2026 10:30;https://nizhynrada.gov.ua/park
анонс;події;Ярмарок у суботу;;`;

/** Lines shown of a long file: those that are not taken in come first. */
const LINES_SHOWN = 500;

export interface ImportViewProps {
  /** What was sent and what would happen; absent before a file is chosen */
  readonly plan: { readonly csv: string; readonly lines: readonly ImportLine[] } | undefined;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** A file is looked at first; only a second click brings it in. */
export const ImportView: FC<ImportViewProps> = ({ plan, secrets, notice }) => (
  <>
    <div class="stack-small">
      <Crumbs trail={[PUBLICATIONS_CRUMB]} />
      <h1>Додати публікації з таблиці</h1>
    </div>
    <Notice notice={notice} />
    {plan === undefined ? null : <Plan plan={plan} secrets={secrets} />}
    <form class="form card" method="post" action="/publications/import" enctype="multipart/form-data">
      <FormSecrets secrets={secrets} />
      <FileField
        name="file"
        label="Файл таблиці (CSV)"
        hint="В Excel: «Зберегти як» – CSV. До 10 000 рядків і 5 мільйонів знаків; UTF-8 або windows-1251; між стовпцями крапка з комою, кома або табуляція."
        accept={['.csv', '.txt']}
        isSingle
        required
      />
      <p class="muted">
        Перший рядок – назви стовпців:{' '}
        {Object.values(CSV_COLUMNS)
          .map(([name]) => name)
          .join(', ')}
        . Потрібна лише «назва». Без «оприлюднено» рядок стане чернеткою.
      </p>
      <div class="stack-small">
        <p class="muted">Наприклад:</p>
        <TableFrame label="Зразок таблиці">
          <pre class="csv-example">{EXAMPLE}</pre>
        </TableFrame>
      </div>
      <div>
        <button class="button button-secondary" type="submit">
          Перевірити
        </button>
      </div>
    </form>
  </>
);

const WORDS: Readonly<Record<ImportLine['outcome'], { readonly text: string; readonly tone: BadgeTone }>> = {
  new: { text: 'Додамо', tone: 'ok' },
  kept: { text: 'Уже є', tone: 'quiet' },
  rejected: { text: 'Не візьмемо', tone: 'bad' },
};

const Plan: FC<{ plan: NonNullable<ImportViewProps['plan']>; secrets: FormSecretsModel }> = ({
  plan,
  secrets,
}) => {
  const count = (outcome: ImportLine['outcome']) =>
    plan.lines.filter((line) => line.outcome === outcome).length;
  const shown = (['rejected', 'kept', 'new'] as const)
    .flatMap((outcome) => plan.lines.filter((line) => line.outcome === outcome))
    .slice(0, LINES_SHOWN);
  return (
    <section class="card stack" aria-labelledby="plan-title">
      <h2 id="plan-title">Що станеться</h2>
      <p>
        Додамо: {formatNumber(count('new'))}. Уже є в реєстрі: {formatNumber(count('kept'))}. Не візьмемо:{' '}
        {formatNumber(count('rejected'))}. Поки що нічого не змінено.
      </p>
      <TableFrame label="Рядки файлу">
        <table class="table-cards">
          <thead>
            <tr>
              <th scope="col">Рядок</th>
              <th scope="col">Назва</th>
              <th scope="col">Що з ним</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, title, outcome, reason }) => (
              <tr>
                <th scope="row" data-label="Рядок">
                  {line}
                </th>
                <td data-label="Назва">{title || 'без назви'}</td>
                <td data-label="Що з ним">
                  <Badge {...WORDS[outcome]} /> {reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {shown.length < plan.lines.length ? <p class="muted">Показано перші {LINES_SHOWN} рядків.</p> : null}
      {count('new') === 0 ? null : (
        <form method="post" action="/publications/import" enctype="multipart/form-data">
          <FormSecrets secrets={secrets} />
          <input type="hidden" name="csv" value={plan.csv} />
          <button class="button" type="submit">
            Додати {plural(count('new'), PUBLICATIONS_ACCUSATIVE)}
          </button>
        </form>
      )}
    </section>
  );
};

/** «Додати 1 публікацію». */
const PUBLICATIONS_ACCUSATIVE = { ...PUBLICATIONS, one: 'публікацію' };
