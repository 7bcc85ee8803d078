import type { FC } from 'hono/jsx';
import { Choices, type Option, TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { Pager, type PagerModel } from '../components/pager.js';
import { TableFrame } from '../components/table-frame.js';
import type { FieldErrors } from '../forms.js';
import { SettingsHead } from '../settings/settings-page.js';

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly roles: string;
  readonly created: string;
  readonly lastUsed: string;
}

/** What the form of a new token holds, as typed. */
export interface TokenValues {
  readonly name: string;
  readonly roles: readonly string[];
}

export interface TokensViewProps {
  readonly rows: readonly TokenRow[];
  readonly pager: PagerModel;
  readonly roles: readonly Option[];
  readonly values: TokenValues;
  readonly errors: FieldErrors;
  /** Shown this once */
  readonly newToken: string | undefined;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** Keys by which the city's site and other programs use the API. */
export const TokensView: FC<TokensViewProps> = (props) => (
  <>
    <SettingsHead title="Токени API" />
    <Notice notice={props.notice} />
    <p class="muted">
      Ключі для сайту міста та інших програм. Що вони можуть: <a href="/api/docs">опис API</a>.
    </p>
    {props.newToken === undefined ? null : <NewToken token={props.newToken} />}
    {props.rows.length === 0 ? <p>Токенів ще немає.</p> : <TokenTable {...props} />}
    <Pager pager={props.pager} />
    <AddForm {...props} />
  </>
);

const NewToken: FC<{ token: string }> = ({ token }) => (
  <section class="card" aria-labelledby="new-token-title">
    <h2 id="new-token-title">Токен створено</h2>
    <p>Скопіюйте його зараз: більше ми його не покажемо. Зберігайте як пароль.</p>
    <p class="secret-link">{token}</p>
  </section>
);

const TokenTable: FC<TokensViewProps> = ({ rows, secrets }) => (
  <TableFrame label="Токени">
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">Для кого</th>
          <th scope="col">Ролі</th>
          <th scope="col">Створено</th>
          <th scope="col">Востаннє використано</th>
          <th scope="col">Доступ</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.name}</th>
            <td data-label="Ролі">{row.roles}</td>
            <td data-label="Створено">{row.created}</td>
            <td data-label="Востаннє використано">{row.lastUsed}</td>
            <td data-label="Доступ">
              <form class="inline-form" method="post" action={`/settings/tokens/${row.id}/remove`}>
                <FormSecrets secrets={secrets} />
                <button class="link-button" type="submit" aria-label={`Відкликати: ${row.name}`}>
                  Відкликати
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const AddForm: FC<TokensViewProps> = ({ secrets, values, errors, roles }) => (
  <form class="form card" method="post" action="/settings/tokens">
    <h2>Новий токен</h2>
    <FormSecrets secrets={secrets} />
    <TextField
      name="name"
      label="Для кого"
      hint="Наприклад: сайт міської ради"
      value={values.name}
      error={errors.name}
      required
    />
    <Choices
      type="checkbox"
      name="roles"
      legend="Ролі"
      hint="Дайте лише те, що потрібно. Токен ніколи не вважається другою людиною під час затвердження."
      options={roles}
      chosen={values.roles}
      error={errors.roles}
    />
    <div>
      <button class="button" type="submit">
        Створити токен
      </button>
    </div>
  </form>
);
