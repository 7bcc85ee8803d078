import type { FC } from 'hono/jsx';
import type { Department } from '../../services/appeals/appeals.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { Pager, type PagerModel } from '../components/pager.js';
import { TableFrame } from '../components/table-frame.js';
import type { FieldErrors } from '../forms.js';
import { RightsFields } from './rights-fields.js';
import type { StaffValues } from './staff-form.js';

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly email: string;
  readonly roles: string;
  /** Names of the departments they are limited to; empty: none */
  readonly departments: string;
  readonly hasSecondFactor: boolean;
  /** False for oneself and for those already removed */
  readonly isManaged: boolean;
  readonly isActive: boolean;
}

export interface StaffViewProps {
  readonly rows: readonly StaffRow[];
  readonly pager: PagerModel;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
  /** Shown once: to somebody who was just added, or who lost the password */
  readonly newLink: string | undefined;
  readonly departments: readonly Department[];
  readonly values: StaffValues;
  readonly errors: FieldErrors;
}

/** Accounts of the council's staff. */
export const StaffView: FC<StaffViewProps> = (props) => (
  <>
    <h1>Працівники</h1>
    <Notice notice={props.notice} />
    <p>
      <a href="/absences">Відсутності та заміщення: кого немає й хто заміщує</a>
    </p>
    {props.newLink === undefined ? null : <NewLink link={props.newLink} />}
    <StaffTable {...props} />
    <Pager pager={props.pager} />
    <AddForm {...props} />
  </>
);

const NewLink: FC<{ link: string }> = ({ link }) => (
  <section class="card" aria-labelledby="new-link-title">
    <h2 id="new-link-title">Посилання, щоб задати пароль</h2>
    <p>Передайте його працівникові особисто. Діє годину, один раз. Більше ми його не покажемо.</p>
    <p class="secret-link">{link}</p>
  </section>
);

const StaffTable: FC<StaffViewProps> = ({ rows, secrets }) => (
  <TableFrame label="Облікові записи">
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">Ім’я</th>
          <th scope="col">Пошта</th>
          <th scope="col">Ролі</th>
          <th scope="col">Другий фактор</th>
          <th scope="col">Доступ</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              {row.name}
              {row.position === '' ? null : <div class="muted small">{row.position}</div>}
            </th>
            <td data-label="Пошта">{row.email}</td>
            <td data-label="Ролі">
              {row.roles}
              {row.departments === '' ? null : <div class="muted small">{row.departments}</div>}
            </td>
            <td data-label="Другий фактор">{row.hasSecondFactor ? 'увімкнено' : 'немає'}</td>
            <td data-label="Доступ">
              <div class="row">
                {row.isActive ? <EditLink row={row} /> : 'Закрито'}
                {row.isManaged ? <AccessForms row={row} secrets={secrets} /> : null}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const EditLink: FC<{ row: StaffRow }> = ({ row: { id, name } }) => (
  <a href={`/staff/${encodeURIComponent(id)}`} aria-label={`Змінити: ${name}`}>
    Змінити
  </a>
);

const AccessForms: FC<{ row: StaffRow; secrets: FormSecretsModel }> = (props) => (
  <>
    <AccessForm {...props} action="link" label="Нове посилання" />
    <AccessForm {...props} action="remove" label="Закрити доступ" />
  </>
);

interface AccessFormProps {
  readonly row: StaffRow;
  readonly secrets: FormSecretsModel;
  readonly action: 'link' | 'remove';
  readonly label: string;
}

const AccessForm: FC<AccessFormProps> = ({ row, secrets, action, label }) => (
  <form class="inline-form" method="post" action={`/staff/${encodeURIComponent(row.id)}/${action}`}>
    <FormSecrets secrets={secrets} />
    <button class="link-button" type="submit" aria-label={`${label}: ${row.name}`}>
      {label}
    </button>
  </form>
);

const AddForm: FC<StaffViewProps> = ({ secrets, values, errors, departments }) => (
  <form class="form card" method="post" action="/staff">
    <h2>Додати працівника</h2>
    <FormSecrets secrets={secrets} />
    <div class="halves">
      <TextField name="name" label="Прізвище та ім’я" value={values.name} error={errors.name} required />
      <TextField
        type="email"
        name="email"
        label="Електронна пошта"
        value={values.email}
        error={errors.email}
        required
      />
    </div>
    <RightsFields values={values} errors={errors} departments={departments} />
    <div>
      <button class="button" type="submit">
        Додати й створити посилання
      </button>
    </div>
  </form>
);
