import type { FC } from 'hono/jsx';
import type { OpenedLink } from '../../services/staff/access.js';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../services/staff/passwords.js';
import { TextField } from '../components/field.js';
import { Notice, type NoticeModel } from '../components/notice.js';

export interface LinkViewProps {
  readonly link: OpenedLink;
  readonly action: string;
  readonly typed: { readonly name: string; readonly position: string; readonly email: string };
  readonly notice: NoticeModel | undefined;
}

/** Behind a one-time link: the first account, or a password for an account that waits for one. */
export const LinkView: FC<LinkViewProps> = ({ link, action, typed, notice }) => (
  <>
    <div class="stack-small">
      <h1>{link.kind === 'first' ? 'Перший обліковий запис' : 'Придумайте пароль'}</h1>
      <p class="muted">
        {link.kind === 'first'
          ? 'Це обліковий запис адміністратора й керівника. Інших працівників додасте після входу.'
          : `Обліковий запис: ${link.name}, ${link.email}. Посилання діє один раз.`}
        {link.kind === 'restore' ? ' Другий фактор після цього налаштуєте заново.' : null}
      </p>
    </div>
    <Notice notice={notice} />
    <form class="form" method="post" action={action}>
      {link.kind === 'first' ? (
        <>
          <TextField name="name" label="Прізвище та ім’я" value={typed.name} autocomplete="name" required />
          <TextField
            name="position"
            label="Посада (не обов’язково)"
            hint="Стоїть під відповідями громадянам: «начальниця відділу»."
            value={typed.position}
            autocomplete="organization-title"
          />
          <TextField
            type="email"
            name="email"
            label="Електронна пошта"
            value={typed.email}
            autocomplete="username"
            required
          />
        </>
      ) : (
        // Password managers save the password under this name.
        <input type="hidden" name="email" value={link.email} autocomplete="username" />
      )}
      <TextField
        type="password"
        name="password"
        label="Пароль"
        hint={`Щонайменше ${PASSWORD_MIN} символів. Найкраще – кілька випадкових слів.`}
        autocomplete="new-password"
        maxLength={PASSWORD_MAX}
        required
      />
      <div>
        <button class="button" type="submit">
          Зберегти й увійти
        </button>
      </div>
    </form>
  </>
);

/** The link is used up, too old, or was never given. */
export const VoidLinkView: FC = () => (
  <>
    <h1>Посилання недійсне</h1>
    <p>
      Його вже використано, минула година від його створення або його скопійовано не повністю. Попросіть
      адміністратора надати нове.
    </p>
    <p>
      <a href="/login">До входу</a>
    </p>
  </>
);
