import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { TableFrame } from '../components/table-frame.js';

export interface SessionRow {
  readonly id: string;
  readonly from: string;
  readonly started: string;
  readonly seen: string;
  readonly isCurrent: boolean;
}

export interface SessionsSectionProps {
  readonly secrets: FormSecretsModel;
  readonly sessions: readonly SessionRow[];
}

/** Where one is signed in, and signing out there. */
export const SessionsSection: FC<SessionsSectionProps> = ({ secrets, sessions }) => (
  <section class="card" aria-labelledby="sessions-title">
    <h2 id="sessions-title">Мої сеанси</h2>
    <TableFrame label="Відкриті сеанси">
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">Звідки</th>
            <th scope="col">Вхід</th>
            <th scope="col">Востаннє</th>
            <th scope="col">Дія</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr>
              <th scope="row">{session.from}</th>
              <td data-label="Вхід">{session.started}</td>
              <td data-label="Востаннє">{session.seen}</td>
              <td data-label="Дія">
                {session.isCurrent ? 'Ця сторінка' : <EndForm session={session} secrets={secrets} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
    <p class="muted">Сеанс закінчується сам: після 8 годин без дій, щонайбільше за добу.</p>
    <form method="post" action="/account/sign-out-everywhere">
      <FormSecrets secrets={secrets} />
      <button class="button button-secondary" type="submit">
        Вийти всюди
      </button>
    </form>
  </section>
);

const EndForm: FC<{ session: SessionRow; secrets: FormSecretsModel }> = ({ session, secrets }) => (
  <form class="inline-form" method="post" action="/account/end-session">
    <FormSecrets secrets={secrets} />
    <input type="hidden" name="session" value={session.id} />
    <button
      class="link-button"
      type="submit"
      aria-label={`Завершити сеанс: ${session.from}, ${session.started}`}
    >
      Завершити
    </button>
  </form>
);
