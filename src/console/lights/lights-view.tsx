import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { SettingsHead } from '../settings/settings-page.js';
import type { LightModel } from './light-model.js';

interface LightsViewProps {
  /** None before the first look */
  readonly lights: readonly LightModel[];
  readonly checkedAt: string | undefined;
  readonly secrets: FormSecretsModel;
}

/** Three lights, and a button that looks anew. */
export const LightsView: FC<LightsViewProps> = ({ lights, checkedAt, secrets }) => (
  <>
    <SettingsHead title="Стан системи" />
    <p class="muted" role="status">
      {checkedAt === undefined ? 'Після запуску ще не перевіряли.' : `Перевірено: ${checkedAt}.`}
    </p>
    {lights.map(({ title, tone, word, sentences }) => (
      <section class="card">
        <h2>
          {title} <Badge tone={tone} text={word} />
        </h2>
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </section>
    ))}
    <form method="post" action="/settings/lights">
      <FormSecrets secrets={secrets} />
      <button class="button" type="submit">
        Перевірити зараз
      </button>
    </form>
    <p class="hint">Перевірка триває до 5 секунд. Нікому з людей нічого не надсилається.</p>
  </>
);
