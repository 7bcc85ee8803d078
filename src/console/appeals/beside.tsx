import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel, OtherAppeal } from './appeal-model.js';

/** The citizen's other appeals, and those about the same. `secrets`: the viewer may separate them. */
export const Beside: FC<{ appeal: AppealModel; secrets: FormSecretsModel | undefined }> = ({
  appeal,
  secrets,
}) => (
  <>
    {appeal.joined.length === 0 ? null : (
      <section class="card" aria-labelledby="joined-title">
        <h2 id="joined-title">Про те саме</h2>
        <Appeals appeals={appeal.joined} />
        {secrets === undefined || !appeal.isJoined ? null : (
          <form method="post" action={`${appeal.href}/separate`}>
            <FormSecrets secrets={secrets} />
            <button class="button button-secondary" type="submit">
              Від’єднати це звернення
            </button>
          </form>
        )}
      </section>
    )}
    {appeal.ofCitizen.length === 0 ? null : (
      <section class="card" aria-labelledby="of-citizen-title">
        <h2 id="of-citizen-title">Інші звернення заявника</h2>
        <Appeals appeals={appeal.ofCitizen} />
      </section>
    )}
  </>
);

const Appeals: FC<{ appeals: readonly OtherAppeal[] }> = ({ appeals }) => (
  <ul class="stack-small">
    {appeals.map(({ href, number, subject, status, day }) => (
      <li>
        <a href={href}>{subject}</a>
        <p class="muted small">
          <span class="digits">{number}</span> · {status}, {day}
        </p>
      </li>
    ))}
  </ul>
);
