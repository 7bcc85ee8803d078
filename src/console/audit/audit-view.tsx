import type { FC } from 'hono/jsx';
import { Crumbs, SETTINGS_CRUMB } from '../components/crumbs.js';
import { type Option, SelectField, TextField } from '../components/field.js';
import { WordFilter } from '../components/filter-fields.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { Pager, type PagerModel } from '../components/pager.js';
import { AUDIT_ACTION_WORDS } from '../words/audit-words.js';
import type { AuditQuery } from './audit-filter.js';
import type { AuditLineModel } from './audit-model.js';
import type { Difference } from './differences.js';

export interface AuditViewProps {
  readonly lines: readonly AuditLineModel[];
  readonly query: AuditQuery;
  /** Those who may have done something */
  readonly actors: readonly Option[];
  /** Kept filters for the files, with `?` when there are any */
  readonly search: string;
  readonly pager: PagerModel;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** The book of changes. */
export const AuditView: FC<AuditViewProps> = ({ lines, search, pager, secrets, notice, ...filter }) => (
  <>
    <Crumbs trail={[SETTINGS_CRUMB]} />
    <h1>Журнал змін</h1>
    <Notice notice={notice} />
    <p class="muted">
      Хто, що і коли змінив. Записи лише додаються; кожен містить контрольну суму попереднього, тож підчистити
      журнал непомітно не можна.
    </p>
    <FilterForm {...filter} />
    <div class="row">
      <form class="inline-form" method="post" action="/audit/verify">
        <FormSecrets secrets={secrets} />
        <button class="button button-secondary" type="submit">
          Перевірити ланцюг
        </button>
      </form>
      <a href={`/audit.csv${search}`}>Завантажити таблицю (CSV)</a>
      <a href={`/audit.ndjson${search}`}>Завантажити для програм (NDJSON)</a>
    </div>
    {lines.length === 0 ? <p>Таких записів немає.</p> : null}
    <ol class="audit-lines">
      {lines.map((line) => (
        <Line line={line} />
      ))}
    </ol>
    <Pager pager={pager} />
  </>
);

const FilterForm: FC<Pick<AuditViewProps, 'query' | 'actors'>> = ({ query, actors }) => (
  <form class="filters" method="get" action="/audit">
    <SelectField
      name="actor"
      label="Хто"
      value={query.actor}
      options={[{ value: '', label: 'Усі' }, { value: 'system', label: 'Вісник' }, ...actors]}
    />
    <WordFilter name="action" label="Дія" any="Будь-яка" value={query.action} words={AUDIT_ACTION_WORDS} />
    <TextField name="subject" label="Номер звернення або ідентифікатор" value={query.subject} />
    <TextField type="date" name="from" label="З дня" value={query.from} />
    <TextField type="date" name="to" label="По день" value={query.to} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);

const Line: FC<{ line: AuditLineModel }> = ({ line }) => (
  <li class="card">
    <p>
      <strong>{line.what}</strong>
      {': '}
      {line.subjectHref === undefined ? line.subject : <a href={line.subjectHref}>{line.subject}</a>}
    </p>
    <p class="muted small">
      {line.when} · {line.who} · запис № {line.seq}
    </p>
    {line.differences.length === 0 ? null : (
      <details>
        <summary>Що змінилося</summary>
        <dl class="audit-differences">
          {line.differences.map((difference) => (
            <DifferenceRow {...difference} />
          ))}
        </dl>
      </details>
    )}
  </li>
);

const DifferenceRow: FC<Difference> = ({ path, before, after }) => (
  <>
    <dt>{path}</dt>
    <dd>
      {before === undefined ? null : <del>{before}</del>}
      {before === undefined || after === undefined ? null : ' → '}
      {after === undefined ? null : <ins>{after}</ins>}
    </dd>
  </>
);
