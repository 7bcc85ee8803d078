import type { FC } from 'hono/jsx';
import type { SecondFactorOffer } from '../../services/staff/second-factor-offer.js';
import { TextField } from '../components/field.js';
import { SetupForm } from '../second-factor/setup-form.js';

interface StepProps {
  /** Where to go afterwards, a path of ours */
  readonly next: string;
  readonly error: string | undefined;
}

/** The second step of signing in: a code. */
export const CodeView: FC<StepProps> = ({ next, error }) => (
  <>
    <h1>Код підтвердження</h1>
    <form class="form" method="post" action="/login/code">
      <input type="hidden" name="next" value={next} />
      <TextField
        name="code"
        label="Код"
        hint="Шість цифр із застосунку на телефоні. Телефона немає? Введіть один із кодів відновлення."
        autocomplete="one-time-code"
        error={error}
        required
      />
      <div>
        <button class="button" type="submit">
          Увійти
        </button>
      </div>
    </form>
    <p class="muted">
      Немає ні телефона, ні кодів? Попросіть адміністратора скинути другий фактор. <StartAgain />
    </p>
  </>
);

/** The second step of somebody whose role asks for a second factor and who has none yet. */
export const RequiredSetupView: FC<StepProps & { readonly offer: SecondFactorOffer }> = ({
  next,
  error,
  offer,
}) => (
  <>
    <div class="stack-small">
      <h1>Налаштуйте другий фактор</h1>
      <p>
        Ваша роль дозволяє затверджувати розсилки або керувати доступом, тож самого пароля замало: під час
        входу потрібен ще код із телефона. Налаштувати його треба один раз.
      </p>
    </div>
    <SetupForm action="/login/setup" offer={offer} button="Увімкнути й увійти" error={error}>
      <input type="hidden" name="next" value={next} />
    </SetupForm>
    <p class="muted">
      <StartAgain />
    </p>
  </>
);

const StartAgain: FC = () => <a href="/login">Увійти під іншою поштою</a>;
