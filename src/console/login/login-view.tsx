import type { FC } from 'hono/jsx';
import type { Role } from '../../domain/role.js';
import { TextField } from '../components/field.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { ROLE_HINTS, ROLE_WORDS } from '../words/staff-words.js';

export interface LoginViewProps {
  /** Where to go afterwards, a path of ours */
  readonly next: string;
  readonly email: string;
  readonly notice: NoticeModel | undefined;
  /** Sandbox only: roles to sign in as with one click */
  readonly demonstrationRoles: readonly Role[];
}

/** Signing in. What was typed stays after a refusal, the password never does. */
export const LoginView: FC<LoginViewProps> = ({ next, email, notice, demonstrationRoles }) => (
  <>
    <h1>Вхід для працівників</h1>
    <Notice notice={notice} />
    {demonstrationRoles.length === 0 ? null : <DemonstrationRoles roles={demonstrationRoles} next={next} />}
    <form class="form" method="post" action="/login">
      <input type="hidden" name="next" value={next} />
      <TextField
        type="email"
        name="email"
        label="Електронна пошта"
        value={email}
        autocomplete="username"
        required
      />
      <TextField type="password" name="password" label="Пароль" autocomplete="current-password" required />
      <div>
        <button class="button" type="submit">
          Увійти
        </button>
      </div>
    </form>
    <p class="muted">Не пам’ятаєте пароля? Попросіть адміністратора надати нове одноразове посилання.</p>
    {demonstrationRoles.length > 0 ? null : (
      <p class="muted">
        Ще немає жодного облікового запису? Одноразове посилання для першого стоїть у вікні, де запущено
        службу; нове дає команда <code>npm run admin:link</code>.
      </p>
    )}
  </>
);

const DemonstrationRoles: FC<{ roles: readonly Role[]; next: string }> = ({ roles, next }) => (
  <section class="card" aria-labelledby="demonstration-title">
    <h2 id="demonstration-title">Увійти без пароля</h2>
    <p>Лише в демонстраційному режимі. Оберіть, ким увійти:</p>
    <form class="demonstration-roles" method="post" action="/login">
      <input type="hidden" name="next" value={next} />
      {roles.map((role) => (
        <div class="stack-small">
          <button class="button button-secondary" type="submit" name="role" value={role}>
            {ROLE_WORDS[role]}
          </button>
          <p class="muted small">{ROLE_HINTS[role]}</p>
        </div>
      ))}
    </form>
  </section>
);
