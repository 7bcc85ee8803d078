import type { FC } from 'hono/jsx';
import { OUTGOING_NUMBER_MAX } from '../../services/appeals/input.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel } from './appeal-model.js';

interface RegisterFormProps {
  readonly appeal: AppealModel;
  readonly secrets: FormSecretsModel;
  /** What a refused form had in it */
  readonly typed: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Where a person keeps the register: the appeal gets the office's own number and day. */
export const RegisterForm: FC<RegisterFormProps> = ({ appeal, secrets, typed, today }) => (
  <section class="card" aria-labelledby="register-title">
    <h2 id="register-title">Зареєструвати</h2>
    <form class="form" method="post" action={`${appeal.href}/register`}>
      <FormSecrets secrets={secrets} />
      <TextField
        name="incomingNumber"
        label="Вхідний номер"
        hint="Як у журналі реєстрації, наприклад 1457. Заявник отримає його."
        value={typed.incomingNumber}
        maxLength={OUTGOING_NUMBER_MAX}
      />
      <TextField
        name="registeredOn"
        type="date"
        label="Дата реєстрації"
        hint="Від цього дня обчислюється строк відповіді."
        value={typed.registeredOn ?? today}
        required
      />
      <div>
        <button class="button" type="submit">
          Зареєструвати
        </button>
      </div>
    </form>
  </section>
);
