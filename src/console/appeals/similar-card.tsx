import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel } from './appeal-model.js';
import type { SimilarModel } from './similar-model.js';

interface SimilarCardProps {
  readonly appeal: Pick<AppealModel, 'href'>;
  readonly similar: readonly SimilarModel[];
  readonly secrets: FormSecretsModel;
}

/** Appeals that may be about the same trouble, each with the reason; those that are ticked are joined with this one. */
export const SimilarCard: FC<SimilarCardProps> = ({ appeal, similar, secrets }) =>
  similar.length === 0 ? null : (
    <section class="card" aria-labelledby="similar-title">
      <h2 id="similar-title">Схожі звернення</h2>
      <form class="form" method="post" action={`${appeal.href}/gather`}>
        <FormSecrets secrets={secrets} />
        <p class="hint">
          Позначте ті, що про те саме. Кожен заявник збереже свій номер і строк; про об’єднання повідомимо
          всіх.
        </p>
        <ul class="stack-small similar">
          {similar.map((one) => (
            <Similar similar={one} />
          ))}
        </ul>
        {similar.some(({ isJoinable }) => isJoinable) ? (
          <div>
            <button class="button button-secondary" type="submit">
              Об’єднати позначені
            </button>
          </div>
        ) : null}
      </form>
    </section>
  );

const Similar: FC<{ similar: SimilarModel }> = ({
  similar: { href, number, subject, status, day, why, isJoinable },
}) => (
  <li>
    {isJoinable ? (
      <label class="choice">
        <input type="checkbox" name="with" value={number} />
        <span>{number}</span>
      </label>
    ) : (
      <p class="digits">{number}</p>
    )}
    <p>
      <a href={href}>{subject}</a>
    </p>
    <p class="muted small">
      {status}, {day}
    </p>
    <p class="small">Чому схоже: {why}.</p>
  </li>
);
