import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { HolidayList } from './holiday-list.js';
import { LocalForm, type LocalFormModel } from './local-form.js';
import { MourningForm, type MourningFormModel } from './mourning-form.js';
import type { YearModel } from './year-model.js';

export interface YearViewProps {
  readonly model: YearModel;
  readonly mayWrite: boolean;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
  readonly local: LocalFormModel;
  readonly mourning: MourningFormModel;
}

/** The holidays of a year with their greetings. */
export const YearView: FC<YearViewProps> = (props) => (
  <>
    <h1>Свята й привітання</h1>
    <Notice notice={props.notice} />
    <p class="muted">
      Чернетки відкриває календар, затверджують і надсилають люди. Оберіть свято, щоб побачити його день.
    </p>
    <Next {...props} />
    <Year {...props} />
    <Locals {...props} />
    <Mournings {...props} />
  </>
);

const Next: FC<YearViewProps> = ({ model: { next } }) => (
  <section class="stack" aria-labelledby="next-title">
    <h2 id="next-title">Найближчі</h2>
    {next.length === 0 ? <p class="muted">Протягом місяця свят немає.</p> : <HolidayList rows={next} />}
  </section>
);

const Year: FC<YearViewProps> = ({ model: { year, before, after, months } }) => (
  <section class="stack" aria-labelledby="year-title">
    <div class="row page-head">
      <h2 id="year-title">{year} рік</h2>
      <nav class="row" aria-label="Інші роки">
        {before === undefined ? null : <a href={`/greetings?year=${before}`}>← {before}</a>}
        {after === undefined ? null : <a href={`/greetings?year=${after}`}>{after} →</a>}
      </nav>
    </div>
    <div class="halves">
      {months.map(({ name, rows }) => (
        <section class="stack-small">
          <h3>{name}</h3>
          <HolidayList rows={rows} />
        </section>
      ))}
    </div>
  </section>
);

const Locals: FC<YearViewProps> = ({ model: { locals }, mayWrite, secrets, local }) => (
  <section class="stack" aria-labelledby="locals-title">
    <h2 id="locals-title">Місцеві дні</h2>
    {locals.length === 0 ? <p class="muted">Власних днів ще немає.</p> : null}
    <ul>
      {locals.map(({ id, name }) => (
        <li>
          {name}{' '}
          {mayWrite ? (
            <Remove action={`/greetings/local/${id}/remove`} what={name} secrets={secrets} />
          ) : null}
        </li>
      ))}
    </ul>
    {mayWrite ? <LocalForm form={local} secrets={secrets} /> : null}
  </section>
);

const Mournings: FC<YearViewProps> = ({ model: { mournings }, mayWrite, secrets, mourning }) => (
  <section class="stack" aria-labelledby="mourning-title">
    <h2 id="mourning-title">Дні жалоби</h2>
    <p class="muted">У ці дні чернетки привітань не відкриваються, а затверджені привітання зупиняються.</p>
    <ul>
      {mournings.map(({ text, from, to }) => (
        <li>
          {text}{' '}
          {mayWrite ? (
            <Remove action="/greetings/mourning/remove" what={text} fields={{ from, to }} secrets={secrets} />
          ) : null}
        </li>
      ))}
    </ul>
    {mayWrite ? <MourningForm form={mourning} secrets={secrets} /> : null}
  </section>
);

interface RemoveProps {
  readonly action: string;
  readonly what: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly secrets: FormSecretsModel;
}

const Remove: FC<RemoveProps> = ({ action, what, fields = {}, secrets }) => (
  <form class="inline-form" method="post" action={action}>
    <FormSecrets secrets={secrets} />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class="link-button" type="submit" aria-label={`Видалити: ${what}`}>
      Видалити
    </button>
  </form>
);
