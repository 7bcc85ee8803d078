import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';

/** Single keys of the queue: some press them by chance, so they can be switched off (WCAG 2.1.4). */
export const ShortcutsSection: FC<{ secrets: FormSecretsModel; areOn: boolean }> = ({ secrets, areOn }) => (
  <form class="form card" method="post" action="/account/shortcuts">
    <h2>Клавіші в черзі звернень</h2>
    <FormSecrets secrets={secrets} />
    <input type="hidden" name="shortcuts" value={areOn ? 'off' : 'on'} />
    <p>
      {areOn
        ? 'Увімкнені: у черзі окремі клавіші (j, k, x, / та інші) ведуть по списку.'
        : 'Вимкнені: окремі клавіші в черзі нічого не роблять.'}
    </p>
    <div>
      <button class="button button-secondary" type="submit">
        {areOn ? 'Вимкнути клавіші' : 'Увімкнути клавіші'}
      </button>
    </div>
  </form>
);
