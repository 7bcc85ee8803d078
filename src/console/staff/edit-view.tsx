import type { FC } from 'hono/jsx';
import { Crumbs } from '../components/crumbs.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { RightsFields, type RightsFieldsProps } from './rights-fields.js';

export interface EditViewProps extends RightsFieldsProps {
  /** `/staff/{id}` */
  readonly href: string;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
  /** Undefined for oneself: one's own factor is on one's own page */
  readonly hasSecondFactor: boolean | undefined;
}

/** One colleague: who they are and what they may. */
export const EditView: FC<EditViewProps> = (props) => (
  <>
    <div class="stack-small">
      <Crumbs trail={[{ href: '/staff', label: 'Працівники' }]} />
      <h1>{props.values.name}</h1>
      <p class="muted">{props.values.email}. Пошта не змінюється: за нею людина входить.</p>
    </div>
    <Notice notice={props.notice} />
    <form class="form" method="post" action={props.href}>
      <FormSecrets secrets={props.secrets} />
      <TextField
        name="name"
        label="Прізвище та ім’я"
        value={props.values.name}
        error={props.errors.name}
        required
      />
      <RightsFields {...props} />
      <div>
        <button class="button" type="submit">
          Зберегти
        </button>
      </div>
    </form>
    {props.hasSecondFactor ? <ResetForm {...props} /> : null}
  </>
);

const ResetForm: FC<EditViewProps> = ({ href, secrets }) => (
  <form class="form card" method="post" action={`${href}/reset-second-factor`}>
    <h2>Людина втратила телефон</h2>
    <p>
      Якщо немає й кодів відновлення, скиньте другий фактор. Переконайтеся, що просить саме ця людина: після
      цього досить буде її пароля. Вона вийде з усіх пристроїв.
    </p>
    <FormSecrets secrets={secrets} />
    <div>
      <button class="button button-danger" type="submit">
        Скинути другий фактор
      </button>
    </div>
  </form>
);
