import type { FC } from 'hono/jsx';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../services/staff/passwords.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { AccountForm } from './form-error.js';
import { SecondFactorSection, type SecondFactorSectionProps } from './second-factor-section.js';
import { SessionsSection, type SessionsSectionProps } from './sessions-section.js';
import { ShortcutsSection } from './shortcuts-section.js';

export interface AccountViewProps extends SecondFactorSectionProps, SessionsSectionProps {
  readonly name: string;
  readonly about: string;
  readonly notice: NoticeModel | undefined;
  /** False in the sandbox, where one click signs in */
  readonly hasPassword: boolean;
  /** Single keys of the queue */
  readonly hasShortcuts: boolean;
  /** Whether the person answers appeals, so that somebody must do it while they are away */
  readonly answersAppeals: boolean;
}

/** One's own account: password, second factor, sessions. */
export const AccountView: FC<AccountViewProps> = (props) => (
  <>
    <div class="stack-small">
      <h1>Мій обліковий запис</h1>
      <p class="muted">
        {props.name}. {props.about}
      </p>
    </div>
    <Notice notice={props.notice} />
    {props.answersAppeals ? (
      <p>
        <a href="/absences">Відпустка чи лікарняний: записати, хто заміщує</a>
      </p>
    ) : null}
    <SecondFactorSection {...props} />
    {props.hasPassword ? (
      <PasswordSection secrets={props.secrets} error={errorOf(props, 'password')} />
    ) : null}
    <SessionsSection {...props} />
    <ShortcutsSection secrets={props.secrets} areOn={props.hasShortcuts} />
  </>
);

const PasswordSection: FC<{ secrets: FormSecretsModel; error: string | undefined }> = ({
  secrets,
  error,
}) => (
  <form class="form card" method="post" action="/account/password">
    <h2>Пароль</h2>
    <FormSecrets secrets={secrets} />
    <TextField
      type="password"
      name="current"
      label="Теперішній пароль"
      autocomplete="current-password"
      error={error}
      required
    />
    <TextField
      type="password"
      name="next"
      label="Новий пароль"
      hint={`Щонайменше ${PASSWORD_MIN} символів. Найкраще – кілька випадкових слів. На інших пристроях доведеться ввійти знову.`}
      autocomplete="new-password"
      maxLength={PASSWORD_MAX}
      required
    />
    <div>
      <button class="button" type="submit">
        Змінити пароль
      </button>
    </div>
  </form>
);

function errorOf({ formError }: Pick<AccountViewProps, 'formError'>, form: AccountForm): string | undefined {
  return formError?.form === form ? formError.text : undefined;
}
