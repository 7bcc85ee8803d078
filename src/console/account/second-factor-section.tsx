import type { FC } from 'hono/jsx';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { plural } from '../words/plural.js';
import type { AccountForm, FormError } from './form-error.js';

export interface SecondFactorSectionProps {
  readonly secrets: FormSecretsModel;
  /** Undefined: there is no second factor */
  readonly recoveryCodesLeft: number | undefined;
  /** The roles ask for it: it cannot be switched off */
  readonly isRequired: boolean;
  readonly formError: FormError | undefined;
}

/** Fewer than this many codes, and somebody may soon stand before a closed door. */
const FEW_CODES = 3;
const CODES = { one: 'код', few: 'коди', other: 'кодів' };

/** Switching the second factor on and off, and renewing its recovery codes. */
export const SecondFactorSection: FC<SecondFactorSectionProps> = (props) => (
  <section class="card" aria-labelledby="second-factor-title">
    <h2 id="second-factor-title">Другий фактор</h2>
    {props.recoveryCodesLeft === undefined ? (
      <>
        <p>Вимкнено. З ним для входу потрібен ще код із телефона, тож самого пароля зловмисникові замало.</p>
        <p>
          <a class="button" href="/account/second-factor">
            Увімкнути
          </a>
        </p>
      </>
    ) : (
      <>
        <p>
          Увімкнено. Кодів відновлення залишилося: {plural(props.recoveryCodesLeft, CODES)}.
          {props.recoveryCodesLeft < FEW_CODES ? ' Створіть нові, доки телефон під рукою.' : null}
        </p>
        <CodeForm {...props} form="recovery-codes" button="Створити нові коди відновлення" />
        {props.isRequired ? (
          <p class="muted">Ваша роль вимагає другого фактора, тому вимкнути його не можна.</p>
        ) : (
          <CodeForm {...props} form="disable-second-factor" button="Вимкнути другий фактор" />
        )}
        <p class="muted">
          Новий телефон? Перенесіть застосунок на нього або попросіть адміністратора скинути другий фактор.
        </p>
      </>
    )}
  </section>
);

interface CodeFormProps extends SecondFactorSectionProps {
  readonly form: Exclude<AccountForm, 'password'>;
  readonly button: string;
}

const CodeForm: FC<CodeFormProps> = ({ form, button, secrets, formError }) => (
  <form class="form" method="post" action={`/account/${form}`}>
    <FormSecrets secrets={secrets} />
    <TextField
      name={`${form}-code`}
      label="Код із застосунку"
      hint={form === 'recovery-codes' ? 'Старі коди відновлення перестануть діяти.' : undefined}
      autocomplete="one-time-code"
      error={formError?.form === form ? formError.text : undefined}
      required
    />
    <div>
      <button class="button button-secondary" type="submit">
        {button}
      </button>
    </div>
  </form>
);
