import type { FC } from 'hono/jsx';
import type { Refusal } from '../../domain/refusal.js';
import type { SecondFactorOffer } from '../../services/staff/second-factor-offer.js';
import { Crumbs } from '../components/crumbs.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { SetupForm } from '../second-factor/setup-form.js';

interface SetupViewProps {
  readonly offer: SecondFactorOffer;
  readonly secrets: FormSecretsModel;
  /** Not in the sandbox, where one click signs in */
  readonly asksPassword: boolean;
  readonly refusal: Refusal | undefined;
}

/** Switching the second factor on for oneself. */
export const SetupView: FC<SetupViewProps> = ({ offer, secrets, asksPassword, refusal }) => {
  const isPassword = refusal?.code === 'account.password';
  return (
    <>
      <div class="stack-small">
        <Crumbs trail={[{ href: '/account', label: 'Мій обліковий запис' }]} />
        <h1>Увімкнути другий фактор</h1>
      </div>
      <SetupForm
        action="/account/second-factor"
        offer={offer}
        button="Увімкнути"
        error={isPassword ? undefined : refusal?.message}
      >
        <FormSecrets secrets={secrets} />
        {asksPassword ? (
          <TextField
            type="password"
            name="password"
            label="Теперішній пароль"
            autocomplete="current-password"
            error={isPassword ? refusal?.message : undefined}
            required
          />
        ) : null}
      </SetupForm>
    </>
  );
};
